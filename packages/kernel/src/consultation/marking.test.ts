import { describe, expect, test } from 'vitest';
import { ALLIANCE } from './testing/alliance.ts';
import { code, EVERYBODY, opened, type Run } from './testing/run.ts';
import { view } from './view.ts';
import { seatViewer } from './viewer.ts';

const ARDEN = { to: 'party', party: 'arden' } as const;

describe('markings', () => {
  const seen = (run: Run, seat: string): string[] =>
    view(ALLIANCE, run.open, seatViewer(seat), run.now)!.history.map(({ id }) => id);

  test('an item is seen by whom its marking grants it, and a general of both parties is of neither', () => {
    const run = opened(ALLIANCE);
    run.does('advise by a-minister on strike', { marking: ARDEN, text: 'ours' });
    expect(seen(run, 'a-deputy')).toHaveLength(2);
    expect(seen(run, 'b-chief')).toHaveLength(1);
    expect(seen(run, 'general')).toHaveLength(1);
  });

  test('an item that a seat may not see is to it no item', () => {
    const run = opened(ALLIANCE);
    run.does('advise by a-minister on strike', { marking: ARDEN });
    const hidden = run.by('b-chief', { type: 'object', about: run.last, marking: EVERYBODY });
    const missing = run.by('b-chief', { type: 'object', about: 'a-minister/none', marking: EVERYBODY });
    expect([code(hidden), code(missing)]).toEqual(['unknown-item', 'unknown-item']);
  });

  test.each(['copy', 'quote', 'translation'] as const)(
    'a %s keeps the marking or gets a narrower one',
    (relation) => {
      const run = opened(ALLIANCE);
      run.does('advise by a-minister on strike', { marking: ARDEN });
      const from = { relation, of: run.last };
      const again = (marking: typeof ARDEN | typeof EVERYBODY) =>
        code(run.does('advise by a-deputy on strike', { marking, from }));
      expect(again(EVERYBODY)).toBe('wider-than-item');
      expect(again(ARDEN)).toBe('accepted');
    },
  );

  test('a quote of what is marked to every seat by name is not for all: parties’ staff and the public look on too', () => {
    const run = opened(ALLIANCE);
    const seats = ['a-chief', 'a-minister', 'a-deputy', 'b-chief', 'b-minister', 'general'];
    run.does('advise by a-minister on strike', { marking: { to: 'seats', seats } });
    const from = { relation: 'quote', of: run.last } as const;
    expect(code(run.does('advise by a-deputy on strike', { marking: EVERYBODY, from }))).toBe(
      'wider-than-item',
    );
  });

  test('sharing wider is an act of the originator, of a copy too', () => {
    const run = opened(ALLIANCE);
    run.does('advise by b-minister on strike', {
      marking: { to: 'seats', seats: ['b-minister', 'a-chief'] },
    });
    run.does('advise by a-chief on strike', {
      marking: { to: 'seats', seats: ['a-chief'] },
      from: { relation: 'copy', of: run.last },
    });
    const copy = run.open.entries.at(-1)!;
    expect(copy.originator).toEqual(['borea']);
    const release = { type: 'release', marking: EVERYBODY } as const;
    expect(code(run.by('a-chief', { ...release, about: copy.id }))).toBe('not-originator');
    const original = run.open.entries.at(-2)!.id;
    expect(code(run.by('b-minister', { ...release, about: original }))).toBe('accepted');
    expect(seen(run, 'general')).toContain(original);
    expect(seen(run, 'general')).not.toContain(copy.id);
  });

  test('an act counts for whom may see it, and for everybody once it is released', () => {
    const run = opened(ALLIANCE);
    run.does('concur by b-chief on strike', { marking: { to: 'party', party: 'borea' } });
    const concurrence = run.last;
    expect(run.does('decide by a-chief on strike')).toMatchObject({ refusal: { code: 'not-valid' } });
    run.by('b-chief', { type: 'release', about: concurrence, marking: EVERYBODY });
    expect(run.does('decide by a-chief on strike')).toMatchObject({ refusal: { code: 'not-proper' } });
  });

  test('what is addressed to somebody is shown to them', () => {
    const run = opened(ALLIANCE);
    expect(code(run.does('inform by a-chief to b-chief on strike', { marking: ARDEN }))).toBe('not-shown-to');
    expect(code(run.does('advise by b-chief on strike', { marking: ARDEN }))).toBe('not-shown-to');
  });
});
