import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64, fromUtf8, utf8 } from './bytes.ts';
import { openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { ed25519Verifier } from './ed25519.ts';
import { noteSigner, noteVerifier, parseVerifierKey, verifierKey } from './key.ts';
import { EMPTY_ROOT } from './merkle/hash.ts';
import { openNote, parseNote, signNote } from './note.ts';
import { keyPair, sure } from './testing/fixture.ts';

const rok = keyPair('rok.example/record', 1);
const us = keyPair('us.example/record', 2);
const other = keyPair('rok.example/record', 3);
const text = 'Two lines,\n\nand one that is empty. 협의\n';
const note = sure(signNote(text, [rok.signer, us.signer]));
const names = (bytes: Uint8Array, known = [rok.verifier, us.verifier]): string[] =>
  sure(openNote(bytes, known)).signedBy.map(({ name }) => name);
const lines = fromUtf8(note)!.split('\n');

describe('a signed note', () => {
  test('reads as the specification shows it', () => {
    expect(fromUtf8(note)!.startsWith(`${text}\n— rok.example/record `)).toBe(true);
    expect(sure(parseNote(note)).text).toBe(text);
  });

  test('an example of others is verified: that of Go’s sumdb/note', () => {
    const { name, key } = sure(
      parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'),
    );
    const verifier = sure(noteVerifier(name, ed25519Verifier(key)));
    const signed =
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n\n" +
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
    expect(names(utf8(signed), [verifier])).toEqual(['PeterNeumann']);
  });

  test('names those known keys that have signed, and passes over the rest', () => {
    expect(names(note)).toEqual(['rok.example/record', 'us.example/record']);
    expect(names(note, [us.verifier])).toEqual(['us.example/record']);
    expect(names(utf8(`${fromUtf8(note)!}— a.example/witness AAAAAAA=\n`))).toHaveLength(2);
  });

  test('by unknown keys alone is refused, also when one has a known name', () => {
    expect(openNote(note, [])).toMatchObject({ fault: { code: 'note-unsigned' } });
    expect(openNote(note, [other.verifier])).toMatchObject({ fault: { code: 'note-unsigned' } });
  });

  test('with one wrong signature by a known key is refused, whatever else signs it', () => {
    const changed = utf8(fromUtf8(note)!.replace('one that', 'two that'));
    expect(openNote(changed, [us.verifier])).toMatchObject({
      fault: { code: 'note-signature-wrong', params: { key: `us.example/record+${us.verifier.id}` } },
    });
    const elsewhere = sure(signNote('Another.\n', [us.signer]));
    const mixed = utf8([...lines.slice(0, -2), fromUtf8(elsewhere)!.split('\n')[2], ''].join('\n'));
    expect(names(mixed, [rok.verifier])).toEqual(['rok.example/record']);
    expect(openNote(mixed, [rok.verifier, us.verifier]).ok).toBe(false);
  });

  test('a changed bit anywhere is refused', () => {
    fc.assert(
      fc.property(fc.nat({ max: note.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const changed = note.with(at, note[at]! ^ (1 << bit));
        const opened = openNote(changed, [rok.verifier, us.verifier]);
        // A changed name or id makes a known signature an unknown one; then the other still signs the text as it was.
        if (opened.ok) expect([opened.value.text, opened.value.signedBy.length]).toEqual([text, 1]);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['no signature', 'text\n'],
    ['no signature line', 'text\n\n'],
    ['no line feed at the end', lines.join('\n').slice(0, -1)],
    ['a hyphen for the dash', lines.join('\n').replaceAll('—', '-')],
    ['a tab', lines.join('\n').replace('Two lines', 'Two\tlines')],
    ['a carriage return', lines.join('\n').replaceAll('\n', '\r\n')],
    ['a name with a plus sign', `text\n\n— a+b AAAAAAA=\n`],
    ['no name', `text\n\n—  AAAAAAA=\n`],
    ['a signature of no bytes', `text\n\n— a AAAAAA==\n`],
    ['more than base64', `text\n\n— a AAAAAAA= \n`],
    ['too many signatures', `text\n\n${'— a AAAAAAA=\n'.repeat(101)}`],
  ])('%s is malformed', (_, malformed) => {
    expect(openNote(utf8(malformed), [rok.verifier])).toMatchObject({ fault: { code: 'note-malformed' } });
  });

  test('any bytes are read or refused, and never throw', () => {
    const near = fc.array(fc.constantFrom('\n', '\n\n', '— ', 'a', ' ', 'AAAAAAA=', '\u0000', '+'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          near.map((parts) => utf8(parts.join(''))),
        ),
        (bytes) => {
          expect(openNote(bytes, [rok.verifier]).ok).toBe(false);
        },
      ),
    );
  });

  test('a text that can’t be in a note is not signed', () => {
    const bad = ['', 'no line feed', 'a\u0000\n', '\ud800\n'];
    expect(bad.filter((text) => signNote(text, [rok.signer]).ok)).toEqual([]);
    expect(signNote('text\n', []).ok).toBe(false);
  });
});

describe('a verifier key', () => {
  const line = verifierKey(rok.verifier.name, rok.verifier.publicKey);

  test('is read back', () => {
    expect(parseVerifierKey(line)).toEqual({
      ok: true,
      value: { name: rok.verifier.name, key: rok.verifier.publicKey },
    });
  });

  test('is refused with another id, name, algorithm or length', () => {
    const [name, id, key] = [
      rok.verifier.name,
      rok.verifier.id,
      base64(Uint8Array.of(1, ...rok.verifier.publicKey)),
    ];
    expect(line).toBe(`${name}+${id}+${key}`);
    const bad = [
      '',
      name,
      `${name}+${id}`,
      `x${line}`,
      `${name}+${id.toUpperCase().replace(/^./, 'A')}+${key}`,
      `${name}+00000000+${key}`,
      `${name}+${id}+${key.slice(0, -4)}`,
      `${name}+${id}+${base64(Uint8Array.of(4, ...rok.verifier.publicKey))}`,
      `${line}+`,
    ];
    expect(bad.filter((text) => parseVerifierKey(text).ok)).toEqual([]);
  });

  test('names with spaces or plus signs are no names', () => {
    for (const name of ['', 'a b', 'a\u00a0b', 'a+b', 'a\nb']) {
      expect(noteSigner(name, rok.signer).ok).toBe(false);
      expect(noteVerifier(name, rok.verifier).ok).toBe(false);
    }
  });
});

describe('a checkpoint', () => {
  const head = { origin: 'rok.example/record', size: 0, root: EMPTY_ROOT };

  test('is a note of three lines, and opened for its own origin only', () => {
    const signed = sure(signCheckpoint(head, [rok.signer]));
    expect(fromUtf8(signed)!.split('\n').slice(0, 4)).toEqual([head.origin, '0', base64(EMPTY_ROOT), '']);
    expect(openCheckpoint(signed, head.origin, [rok.verifier])).toEqual({
      ok: true,
      value: { ...head, extensions: [] },
    });
    expect(openCheckpoint(signed, 'us.example/record', [rok.verifier])).toMatchObject({
      fault: { code: 'checkpoint-origin' },
    });
  });

  const root = base64(EMPTY_ROOT);
  test('extension lines are kept', () => {
    expect(sure(parseCheckpoint(`a\n7\n${root}\none\ntwo\n`))).toMatchObject({
      size: 7,
      extensions: ['one', 'two'],
    });
  });

  test.each([
    `\n7\n${root}\n`,
    `a\n07\n${root}\n`,
    `a\n-1\n${root}\n`,
    `a\n7.0\n${root}\n`,
    `a\n1e3\n${root}\n`,
    `a\n9007199254740992\n${root}\n`,
    `a\n7\n${root.slice(4)}\n`,
    `a\n7\n${root}`,
    `a\n7\n${root}\n\nafter an empty line\n`,
    'a\n7\n',
  ])('%j is none', (malformed) => {
    expect(parseCheckpoint(malformed)).toMatchObject({ fault: { code: 'checkpoint-malformed' } });
  });

  test('an origin can’t bring lines of its own', () => {
    expect(signCheckpoint({ ...head, origin: `a\n9\n${root}` }, [rok.signer]).ok).toBe(false);
  });
});
