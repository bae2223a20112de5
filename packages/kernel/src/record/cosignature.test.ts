import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromUtf8, utf8 } from './bytes.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import {
  cosign,
  cosignatureVerifier,
  ed25519Cosigner,
  heldBy,
  isHeldByBoth,
  mlDsaCosigner,
  openCosignatures,
  type Cosigner,
} from './cosignature.ts';
import { ed25519Verifier } from './ed25519.ts';
import { verifierKey } from './key.ts';
import { EMPTY_ROOT } from './merkle/hash.ts';
import { named } from './nominal.ts';
import { keyPair, Party, sure } from './testing/fixture.ts';
import { nodeSigner, nodeVerifier } from './testing/node-ed25519.ts';
import { verifyLog } from './verify.ts';

const log = keyPair('rok.example/record', 1);
const head = { origin: 'rok.example/record', size: 7, root: EMPTY_ROOT };
const note = sure(signCheckpoint(head, [log.signer]));
const seed = (byte: number) => new Uint8Array(32).fill(byte);
const cosigners = {
  Ed25519: sure(ed25519Cosigner('us.example/mirror', nodeSigner(named('secret key', seed(5))!))),
  'ML-DSA-44': sure(mlDsaCosigner('us.example/mirror', seed(6))),
};
const verifierOf = (by: Cosigner) =>
  sure(cosignatureVerifier(verifierKey(by.name, by.publicKey, by.type), nodeVerifier));
const known = Object.values(cosigners).map(verifierOf);
const TIME = 1_795_388_520;

describe.each(Object.entries(cosigners))('a cosignature by %s', (_, by) => {
  const cosigned = sure(cosign(note, by, TIME));

  test('is read back with its time, by who knows the key', () => {
    const [found, ...more] = sure(openCosignatures(cosigned, known));
    expect([found!.by.type, found!.by.name, found!.time, more]).toEqual([by.type, by.name, TIME, []]);
    expect(sure(openCosignatures(cosigned, []))).toEqual([]);
  });

  test('leaves the checkpoint what it was', () => {
    expect(fromUtf8(cosigned)!.startsWith(fromUtf8(note)!)).toBe(true);
    expect(sure(openCheckpoint(cosigned, head.origin, [log.verifier]))).toEqual({ ...head, extensions: [] });
  });

  test('is for this head, this time and this cosigner alone', () => {
    const line = fromUtf8(cosigned)!.slice(fromUtf8(note)!.length);
    const other = sure(signCheckpoint({ ...head, size: 8 }, [log.signer]));
    const moved = utf8(fromUtf8(other)! + line);
    expect(openCosignatures(moved, known)).toMatchObject({ fault: { code: 'note-signature-wrong' } });
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bytes = Buffer.from(line.split(' ')[2]!, 'base64');
        bytes[4 + (at % (bytes.length - 4))]! ^= by;
        const changed = `${line.split(' ').slice(0, 2).join(' ')} ${bytes.toString('base64')}\n`;
        expect(openCosignatures(utf8(fromUtf8(note)! + changed), known).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test('is made for whole seconds from 1970 on', () => {
    expect(cosign(note, by, -1)).toMatchObject({ fault: { code: 'cosignature-time' } });
    expect(cosign(note, by, 0.5)).toMatchObject({ fault: { code: 'cosignature-time' } });
    expect(cosign(utf8('no checkpoint\n'), by, TIME)).toMatchObject({ fault: { code: 'note-malformed' } });
  });
});

test('several stand under one checkpoint', () => {
  const both = Object.values(cosigners).reduce((bytes, by) => sure(cosign(bytes, by, TIME)), note);
  expect(sure(openCosignatures(both, known)).map(({ by }) => by.type)).toEqual([
    'cosignature-ed25519',
    'cosignature-ml-dsa-44',
  ]);
});

test('a key is not taken for one of another type', () => {
  const { name, publicKey } = log.signer;
  expect(cosignatureVerifier(verifierKey(name, publicKey), ed25519Verifier)).toMatchObject({
    fault: { code: 'key-malformed' },
  });
  const { 'ML-DSA-44': mlDsa } = cosigners;
  expect(
    cosignatureVerifier(verifierKey(name, mlDsa.publicKey, 'cosignature-ed25519'), ed25519Verifier).ok,
  ).toBe(false);
});

test('an entry is held by both when the peer’s mirror has cosigned a checkpoint beyond it', async () => {
  const party = new Party('rok', 1).grow(3);
  const checkpoint = party.files.get('checkpoint')!;
  const keys = [party.node.verifier];
  const held = (bytes: Uint8Array, mirrors = known) => sure(heldBy(bytes, party.origin, keys, mirrors));
  expect(isHeldByBoth(held(checkpoint), 0)).toBe(false);
  const cosigned = sure(cosign(checkpoint, cosigners.Ed25519, TIME));
  expect([0, 2, 3].map((index) => isHeldByBoth(held(cosigned), index))).toEqual([true, true, false]);
  expect(isHeldByBoth(held(cosigned, []), 0)).toBe(false);

  party.files.set('checkpoint', cosigned);
  const verified = sure(await verifyLog(party.reader, { ...party.trust, cosigners: known }));
  expect(verified.cosignatures.map(({ by, time }) => [by.name, time])).toEqual([['us.example/mirror', TIME]]);
});
