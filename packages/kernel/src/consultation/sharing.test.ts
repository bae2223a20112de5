import { describe, expect, test } from 'vitest';
import type { Duration } from '../arrangement/formula.ts';
import type { Document } from './command.ts';
import { due } from './due.ts';
import { extract } from './extract.ts';
import { feed } from './feed.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { code, EVERYBODY, opened, type Run } from './testing/run.ts';
import { seatViewer } from './viewer.ts';

const ARDEN = { to: 'party', party: 'arden' } as const;
const TWO = { to: 'seats', seats: ['a-minister', 'b-chief'] } as const;
const DOCUMENT: Document = {
  title: 'Estimate',
  hash: 'ab'.repeat(32),
  mediaType: 'application/pdf',
  size: 90_000,
};

/** An estimate that the minister of Arden has shown to the chief of Borea alone. */
function shared(): { run: Run; about: string } {
  const run = opened(ALLIANCE);
  run.does('inform by a-minister to b-chief on strike', {
    marking: TWO,
    text: 'estimate',
    document: DOCUMENT,
  });
  return { run, about: run.last };
}

describe('release on request', () => {
  test('of an item one sees is asked of its originator, and is due until it is granted', () => {
    const { about, run } = shared();
    const asks = (to: string) =>
      run.by('b-chief', { type: 'request-release', about, to, within: 60 as Duration, marking: TWO });
    expect(code(asks('b-minister'))).toBe('originator-not-asked');
    expect(code(asks('general'))).toBe('originator-not-asked');
    expect(code(asks('arden'))).toBe('accepted');
    const answering = run.last;
    expect(due(ALLIANCE, run.open, seatViewer('b-chief'), run.now)).toMatchObject([{ of: answering }]);
    expect(code(run.by('a-minister', { type: 'release', about, answering, marking: EVERYBODY }))).toBe(
      'wider-than-item',
    );
    expect(code(run.by('a-minister', { type: 'release', about, answering, marking: TWO }))).toBe('accepted');
    expect(due(ALLIANCE, run.open, seatViewer('b-chief'), run.now)).toEqual([]);
  });

  test('of a document one knows by its title only is asked of who is thought to have it, who may refuse with a reason', () => {
    const { run } = shared();
    const title = 'Estimate of last week';
    expect(
      code(run.by('b-minister', { type: 'request-document', title, to: 'a-minister', marking: EVERYBODY })),
    ).toBe('accepted');
    const about = run.last;
    const refuses = (office: string) =>
      run.by(office, { type: 'refuse-release', about, reason: 'a source to protect', marking: EVERYBODY });
    expect(code(refuses('a-chief'))).toBe('not-asked');
    expect(code(refuses('a-minister'))).toBe('accepted');
    expect(due(ALLIANCE, run.open, seatViewer('b-minister'), run.now)).toEqual([]);
  });

  test('receipt is acknowledged by who received', () => {
    const { about, run } = shared();
    expect(code(run.by('b-minister', { type: 'receipt', about, marking: EVERYBODY }))).toBe('unknown-item');
    expect(code(run.by('a-minister', { type: 'receipt', about, marking: TWO }))).toBe('own-item');
    expect(code(run.by('b-chief', { type: 'receipt', about, marking: TWO }))).toBe('accepted');
  });
});

describe('a recall', () => {
  test('is the originator’s, is told to all who see the item or a copy, and ends copying and release', () => {
    const { about, run } = shared();
    const from = { relation: 'translation', of: about } as const;
    run.does('advise by b-chief on strike', { from, marking: { to: 'seats', seats: ['b-chief'] } });
    const copy = run.last;
    expect(code(run.by('b-chief', { type: 'recall', about }))).toBe('not-originator');
    expect(code(run.by('a-chief', { type: 'recall', about }))).toBe('unknown-item');
    expect(code(run.by('a-minister', { type: 'recall', about, text: 'in error' }))).toBe('accepted');
    expect(code(run.by('a-minister', { type: 'recall', about }))).toBe('recalled');
    expect(feed(ALLIANCE, run.events, seatViewer('b-chief')).slice(-2)).toMatchObject([
      { type: 'changed', item: { id: about, recalled: true } },
      { type: 'changed', item: { id: copy, recalled: true } },
    ]);
    const quotes = (of: string) =>
      code(run.does('advise by b-chief on strike', { from: { relation: 'quote', of }, marking: TWO }));
    expect([quotes(about), quotes(copy)]).toEqual(['recalled', 'recalled']);
    expect(code(run.by('a-minister', { type: 'release', about, marking: EVERYBODY }))).toBe('recalled');
  });

  test('leaves the item on the record, and what was done by it done', () => {
    const { about, run } = shared();
    run.by('a-minister', { type: 'recall', about });
    expect(run.open.entries.map(({ id }) => id)).toContain(about);
    expect(run.open.effected.map(({ act }) => act.kind)).toContain('inform');
  });
});

describe('a marking goes where the text goes', () => {
  test('a document is passed on only from the item that bears it, and no wider', () => {
    const { about, run } = shared();
    const passes = (more: object) =>
      run.does('advise by b-chief on strike', { document: DOCUMENT, marking: TWO, ...more });
    expect(passes({})).toMatchObject({ refusal: { code: 'document-without-source', subject: about } });
    const from = { relation: 'copy', of: about } as const;
    expect(code(passes({ from, marking: EVERYBODY }))).toBe('wider-than-item');
    expect(code(passes({ from }))).toBe('accepted');
    expect(run.open.entries.at(-1)!.originator).toEqual(['arden']);
  });

  test('that somebody else hides the same document is told to nobody', () => {
    const { run } = shared();
    expect(code(run.does('advise by b-minister on strike', { document: DOCUMENT }))).toBe('accepted');
  });

  test('an extract gives every item its marking, originator, source and recall in words', () => {
    const { about, run } = shared();
    run.does('advise by b-chief on strike', { from: { relation: 'quote', of: about }, marking: TWO });
    run.does('advise by a-chief on strike', { marking: ARDEN });
    run.by('a-minister', { type: 'recall', about });
    const labels = (seat: string) =>
      extract(ALLIANCE, run.open, seatViewer(seat))!.items.map((item) => item.labels.map(({ en }) => en));
    const marked = 'Marked for: a-minister and b-chief only. Originator: arden.';
    const recalled = 'Recalled by its originator; nobody may rely on it or copy it.';
    expect(labels('b-chief')).toEqual([
      ['Marked for: all. Originator: arden.'],
      [marked, recalled],
      [marked, `Quoted from ${about}.`, recalled],
      [marked],
    ]);
    expect(labels('a-chief').at(-1)).toEqual(['Marked for: arden only. Originator: arden.']);
    const { heading } = extract(ALLIANCE, run.open, { as: 'public' })!;
    expect(heading.map(({ ja }) => ja)).toEqual([
      '協議a-chief/k1の抜粋（一般の閲覧者用）。配布範囲は項目ごとに示しています。',
    ]);
    expect(extract(ALLIANCE, run.open, seatViewer('nobody'))).toBeUndefined();
  });
});
