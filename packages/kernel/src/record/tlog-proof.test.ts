import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromUtf8, utf8 } from './bytes.ts';
import { headOf } from './log.ts';
import { openHead } from './verify.ts';
import { parseProof, proofBytes, provesEntry, readProof } from './tlog-proof.ts';
import { Party, sure } from './testing/fixture.ts';

const party = new Party('rok', 1).grow(300, 300);
const head = headOf(party.log);
const proofOf = async (index: number): Promise<Uint8Array> =>
  proofBytes(sure(await readProof(party.reader, index, head, party.files.get('checkpoint')!)));
const holds = (entry: Uint8Array, bytes: Uint8Array): boolean => {
  const proof = parseProof(bytes);
  if (!proof.ok) return false;
  const checkpoint = openHead(proof.value.checkpoint, party.trust);
  return checkpoint.ok && provesEntry(entry, proof.value, checkpoint.value);
};

test.each([0, 77, 255, 256, 299])('entry %d is proved by a text and the log’s key', async (index) => {
  const proof = await proofOf(index);
  expect(fromUtf8(proof)!.startsWith(`c2sp.org/tlog-proof@v1\nindex ${index}\n`)).toBe(true);
  expect(fromUtf8(proof)!.endsWith(`\n\n${fromUtf8(party.files.get('checkpoint')!)!}`)).toBe(true);
  expect(holds(party.seal(index).bytes, proof)).toBe(true);
  expect(holds(party.seal(index + 1).bytes, proof)).toBe(false);
});

test('extra data is passed over', async () => {
  const text = fromUtf8(await proofOf(5))!.replace('\nindex', '\nextra aGVsbG8=\nindex');
  expect(holds(party.seal(5).bytes, utf8(text))).toBe(true);
});

test('a changed byte anywhere proves nothing', async () => {
  const [entry, proof] = [party.seal(77).bytes, await proofOf(77)];
  fc.assert(
    fc.property(fc.nat({ max: proof.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      expect(holds(entry, proof.with(at, proof[at]! ^ by))).toBe(false);
    }),
  );
});

test.each([
  '',
  'c2sp.org/tlog-proof@v1\n\n',
  'c2sp.org/tlog-proof@v2\nindex 0\n\n',
  'c2sp.org/tlog-proof@v1\nindex 01\n\n',
])('%j is no proof', (text) => {
  expect(parseProof(utf8(text))).toMatchObject({ fault: { code: 'proof-malformed' } });
});
