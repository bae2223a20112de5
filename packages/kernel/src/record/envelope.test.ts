import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { commit, opens } from './commitment.ts';
import { parseInstant, type Entry } from './entry.ts';
import { entryText, parseEntry } from './entry-text.ts';
import { openEntry, sealEntry } from './envelope.ts';
import { EMPTY_ROOT, leafHash } from './merkle/hash.ts';
import { named } from './nominal.ts';
import { signNote } from './note.ts';
import { Party, sure } from './testing/fixture.ts';

const rok = new Party('rok', 1);
const keys = rok.trust.entryKeys;
const us = { origin: 'us.example/record', size: 0, root: EMPTY_ROOT };
const salt = named('salt', new Uint8Array(32).fill(5))!;

const entries: Record<string, Entry> = {
  'with a payload': rok.entry(1, { seen: [us] }),
  'with a payload of null': rok.entry(1, { content: { payload: null } }),
  'with a commitment': rok.entry(1, { content: { commitment: commit(salt, utf8('협의록')) } }),
  'that replaces another': rok.entry(1, { replaces: { index: 0, leaf: EMPTY_ROOT }, verdict: 'departure' }),
};

describe('an entry', () => {
  test.each(Object.entries(entries))('%s is read back from its line', (_, entry) => {
    expect(parseEntry(sure(entryText(entry)))).toEqual({ ok: true, value: entry });
  });

  test('is one line of canonical JSON', () => {
    expect(sure(entryText(rok.entry(1)))).toBe(
      '{"format":"foedus-entry/1","kind":"live","log":"rok.example/record","payload":{"act":"consult","number":1},' +
        '"seat":"president","seen":[],"time":"2026-11-22T21:42:00.000Z","verdict":"proper"}\n',
    );
  });

  const line = sure(entryText(rok.entry(1)));
  test.each([
    ['another format', line.replace('entry/1', 'entry/2'), 'format'],
    ['another kind', line.replace('"live"', '"drill"'), 'kind'],
    ['no seat', line.replace('"president"', '""'), 'seat'],
    ['a time of no calendar', line.replace('11-22', '02-30'), 'time'],
    ['a time written otherwise', line.replace('.000Z', 'Z'), 'time'],
    ['an unknown verdict', line.replace('proper', 'refused'), 'verdict'],
    ['no content', line.replace('"payload":{"act":"consult","number":1},', ''), 'payload'],
    [
      'two contents',
      line.replace('{"format"', '{"commitment":"' + 'A'.repeat(43) + '=","format"'),
      'payload',
    ],
    ['a key of its own', line.replace('{"format"', '{"extra":1,"format"'), 'entry'],
    ['no line feed', line.slice(0, -1), 'entry'],
  ])('with %s is malformed', (_, text, where) => {
    expect(parseEntry(text)).toMatchObject({ fault: { code: 'entry-malformed', params: { where } } });
  });

  test('quotes each peer once, by origin, and never its own log', () => {
    const a = { ...us, origin: 'a.example' };
    expect(entryText(rok.entry(1, { seen: [a, us] })).ok).toBe(true);
    for (const seen of [
      [us, a],
      [us, us],
    ])
      expect(entryText(rok.entry(1, { seen }))).toMatchObject({ fault: { code: 'entry-quotes-twice' } });
    expect(entryText(rok.entry(1, { seen: [{ ...us, origin: rok.origin }] }))).toMatchObject({
      fault: { code: 'entry-quotes-own-log' },
    });
  });

  test('any text is either refused or exactly what would be written', () => {
    const pieces = fc.array(fc.constantFrom('0', '1', '"', ',', '{', '}', '[', ']', 'null', '\n', 'é'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.nat({ max: line.length }), fc.nat({ max: 6 }), pieces, (at, cut, put) => {
        const text = line.slice(0, at) + put.join('') + line.slice(at + cut);
        const parsed = parseEntry(text);
        if (parsed.ok) expect(entryText(parsed.value)).toEqual({ ok: true, value: text });
      }),
      { numRuns: 2000 },
    );
  });

  test('times are instants to the millisecond in UTC', () => {
    expect(parseInstant('2026-11-22T21:42:00.000Z')).toBe('2026-11-22T21:42:00.000Z');
    for (const text of ['', '2026-11-22', '2026-11-22T21:42:00.000+09:00', '2026-13-01T00:00:00.000Z'])
      expect(parseInstant(text)).toBeUndefined();
  });
});

describe('an envelope', () => {
  const sealed = rok.seal(1);

  test('opens with a key that may speak for the seat', () => {
    expect(openEntry(sealed.bytes, keys)).toMatchObject({ ok: true, value: sealed });
    expect(sealed.leaf).toEqual(leafHash(sealed.bytes));
  });

  test('is refused when only keys of other seats have signed it', () => {
    const bynode = sure(sealEntry(rok.entry(1), [rok.node.signer]));
    expect(openEntry(bynode.bytes, keys)).toMatchObject({
      fault: { code: 'entry-not-by-seat', params: { seat: 'president' } },
    });
    const everything = [{ verifier: rok.node.verifier, seats: 'all' as const }];
    expect(openEntry(bynode.bytes, everything).ok).toBe(true);
    expect(openEntry(sealed.bytes, everything)).toMatchObject({ fault: { code: 'note-unsigned' } });
  });

  test('bears two signatures where two persons release it, and both must be right', () => {
    const both = sure(sealEntry(rok.entry(1), [rok.officer.signer, rok.node.signer]));
    expect(openEntry(both.bytes, keys)).toMatchObject({ ok: true, value: both });
    const wrong = { ...rok.node.signer, sign: rok.officer.signer.sign };
    const forged = sure(sealEntry(rok.entry(1), [rok.officer.signer, wrong]));
    expect(openEntry(forged.bytes, keys)).toMatchObject({ fault: { code: 'note-signature-wrong' } });
  });

  test('can’t hold another text than an entry', () => {
    const bytes = sure(signNote('rok.example/record\n7\nAAAA\n', [rok.officer.signer]));
    expect(openEntry(bytes, keys)).toMatchObject({ fault: { code: 'json-not-canonical' } });
  });

  test('has at most 65,535 bytes', () => {
    const size = (length: number) =>
      sealEntry(rok.entry(1, { content: { payload: 'x'.repeat(length) } }), [rok.officer.signer]);
    const room = 65_535 - sure(size(0)).bytes.length;
    expect(sure(size(room)).bytes.length).toBe(65_535);
    expect(size(room + 1)).toMatchObject({
      fault: { code: 'entry-too-large', params: { size: 65_536, limit: 65_535 } },
    });
  });
});

test('a commitment opens with its document and its salt, and with nothing else', () => {
  const document = utf8('minutes');
  const commitment = commit(salt, document);
  expect(opens(commitment, salt, document)).toBe(true);
  expect(opens(commitment, salt, utf8('minutes.'))).toBe(false);
  expect(opens(commitment, named('salt', new Uint8Array(32))!, document)).toBe(false);
  expect(named('salt', new Uint8Array(16))).toBeUndefined();
});
