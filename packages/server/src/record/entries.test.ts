import { record } from '@foedus/kernel';
import { expect, test } from 'vitest';
import { documentCell, entriesFor, type Sealing } from './entries.ts';
import { keyringOf, newNode } from './keys.ts';
import { OwnEntries } from './own-entries.ts';
import { CASE, Talk } from './testing/pact.ts';

const secret = new Uint8Array(32).fill(7);
const keys = keyringOf(newNode('node.example', secret), secret);
let salts = 0;
const sealing: Sealing = {
  keys,
  own: new OwnEntries(),
  headsFor: () => [],
  salt: () => record.named('salt', new Uint8Array(32).fill((salts += 1)))!,
};
const talk = new Talk();
const sealed = (...said: Parameters<Talk['says']>) => entriesFor(sealing, CASE, talk.says(...said), 1);
const where = (...said: Parameters<Talk['says']>): string[] =>
  sealed(...said).appends.map(({ stream }) => stream.replace('log/node.example/live/pact/', ''));

test.each([
  ['arden-leader', { to: 'all' }, 'party/arden/shared'],
  ['arden-leader', { to: 'parties', parties: ['arden', 'borea'] }, 'party/arden/shared'],
  ['arden-leader', { to: 'party', party: 'arden' }, 'party/arden/own'],
  ['arden-leader', { to: 'seats', seats: ['arden-leader', 'borea-leader'] }, 'party/arden/limited'],
  ['borea-leader', { to: 'all' }, 'party/borea/shared'],
  ['borea-leader', { to: 'seats', seats: ['borea-leader'] }, 'party/borea/limited'],
  ['general', { to: 'all' }, 'common/shared'],
  ['general', { to: 'seats', seats: ['general'] }, 'common/limited'],
] as const)('what %s marks %o stands in %s', (office, marking, log) => {
  expect(where(office, marking, 'words')).toEqual([log]);
});

test('an exercise has logs of its own', () => {
  const events = talk.says('general', { to: 'all' }, 'words');
  const { appends } = entriesFor(sealing, { ...CASE, kind: 'exercise' }, events, 1);
  expect(appends[0]!.stream).toBe('log/node.example/exercise/pact/common/shared');
});

test('an entry says what was done, in which case, to whom it may be shown, and is signed by the key of its log', () => {
  const { appends } = sealed('arden-leader', { to: 'party', party: 'arden' }, 'Between us.');
  const origin = appends[0]!.stream.slice('log/'.length);
  const opened = record.openEntry(appends[0]!.rows[0]!, [
    { verifier: keys.of(origin).verifier, seats: 'all' },
  ]);
  expect(opened).toMatchObject({
    ok: true,
    value: {
      entry: {
        log: origin,
        kind: 'live',
        seat: 'arden-leader',
        verdict: 'proper',
        content: {
          payload: {
            case: 'case-1',
            arrangement: 'pact',
            command: { type: 'advise', text: 'Between us.' },
            markings: [{ to: 'party', party: 'arden' }],
            originator: ['arden'],
          },
        },
      },
    },
  });
  const elsewhere = keys.of('node.example/live/pact/party/arden/shared').verifier;
  expect(record.openEntry(appends[0]!.rows[0]!, [{ verifier: elsewhere, seats: 'all' }]).ok).toBe(false);
});

test('what is too large for an entry is committed to, and kept beside it', () => {
  const { appends, puts } = sealed('arden-leader', { to: 'all' }, '협의'.repeat(20_000));
  const origin = appends[0]!.stream.slice('log/'.length);
  const keysOf = [{ verifier: keys.of(origin).verifier, seats: 'all' as const }];
  const opened = record.openEntry(appends[0]!.rows[0]!, keysOf);
  if (!opened.ok || 'payload' in opened.value.entry.content) throw new Error('not committed to');
  const { commitment } = opened.value.entry.content;
  expect(puts.map(({ cell }) => cell)).toEqual([documentCell(commitment), keys.current.cell]);
  const [salt, document] = [puts[0]!.value!.subarray(0, 32), puts[0]!.value!.subarray(32)];
  expect(record.opens(commitment, record.named('salt', salt)!, document)).toBe(true);
  expect(JSON.parse(Buffer.from(document).toString())).toMatchObject({ case: 'case-1' });
});

test('a what-if is never recorded', () => {
  const events = talk
    .says('general', { to: 'all' }, 'words')
    .map((event) => ({ ...event, whatIf: true as const }));
  expect(() => entriesFor(sealing, CASE, events, 1)).toThrow('what-if');
});
