import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { ed25519Signer, ed25519Verifier } from './ed25519.ts';
import { named, type PublicKey, type Signature } from './nominal.ts';
import { nodeSigner, nodeVerifier } from './testing/node-ed25519.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

test('signs as RFC 8032 shows it (7.1, test 2)', () => {
  const secret = named(
    'secret key',
    hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
  )!;
  const { publicKey, sign } = ed25519Signer(secret);
  expect(Buffer.from(publicKey).toString('hex')).toBe(
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  );
  expect(Buffer.from(sign(Uint8Array.of(0x72))).toString('hex')).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
});

test('the default and Node’s crypto make the same signatures, and each verifies the other’s', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
  fc.assert(
    fc.property(bytes(32), fc.uint8Array({ maxLength: 99 }), fc.nat({ max: 511 }), (seed, message, bit) => {
      const secret = named('secret key', seed)!;
      const [ours, theirs] = [ed25519Signer(secret), nodeSigner(secret)];
      expect(ours.publicKey).toEqual(theirs.publicKey);
      const signature = ours.sign(message);
      expect(theirs.sign(message)).toEqual(signature);
      const changed = signature.with(bit >> 3, signature[bit >> 3]! ^ (1 << (bit & 7))) as Signature;
      for (const verifier of [ed25519Verifier(ours.publicKey), nodeVerifier(ours.publicKey)]) {
        expect(verifier.verify(message, signature)).toBe(true);
        expect(verifier.verify(message, changed)).toBe(false);
      }
    }),
    { numRuns: 25 },
  );
});

test('what is no key or signature verifies nothing, and does not throw', () => {
  const zeros = new Uint8Array(64) as Signature;
  expect(ed25519Verifier(new Uint8Array(32) as PublicKey).verify(utf8('a'), zeros)).toBe(false);
  expect(ed25519Verifier(new Uint8Array(31) as PublicKey).verify(utf8('a'), zeros)).toBe(false);
  expect(ed25519Verifier(new Uint8Array(32).fill(255) as PublicKey).verify(utf8('a'), zeros)).toBe(false);
});
