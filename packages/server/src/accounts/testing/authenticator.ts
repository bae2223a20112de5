/** An authenticator in software (W3C Web Authentication, level 3, 6): ES256 keys, user verification, no attestation. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Key {
  readonly id: string;
  readonly userHandle: string;
  readonly privateKey: KeyObject;
}

/** What can be asked of it to do wrong. */
export interface Wrongs {
  /** The page it believes it is on. */
  readonly origin?: string;
  /** The host it makes and uses keys for. */
  readonly rpId?: string;
  /** The person was not verified. */
  readonly unverified?: boolean;
}

interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
}

interface RequestOptions {
  readonly challenge: string;
  readonly rpId: string;
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

export class Authenticator {
  /** How often it was used; an authenticator that keeps no count stays at 0. */
  count = 0;
  readonly #counts: boolean;
  #keys: readonly Key[] = [];
  readonly #origin: string;

  constructor(origin: string, { counts = true }: { readonly counts?: boolean } = {}) {
    this.#origin = origin;
    this.#counts = counts;
  }

  #clientData(type: string, challenge: string, { origin = this.#origin }: Wrongs): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #head(rpId: string, flags: number, { unverified = false }: Wrongs): Buffer {
    if (this.#counts) this.count += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.count);
    return Buffer.concat([
      sha256(rpId),
      Buffer.from([flags | PRESENT | (unverified ? 0 : VERIFIED)]),
      counter,
    ]);
  }

  /** As `navigator.credentials.create` does. */
  create(options: CreationOptions, wrongs: Wrongs = {}) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    const id = randomBytes(16);
    const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
    ]);
    const authData = Buffer.concat([
      this.#head(wrongs.rpId ?? options.rp.id, ATTESTED, wrongs),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      isoCBOR.encode(cose),
    ]);
    const attestation = new Map<string, string | Uint8Array<ArrayBuffer> | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', new Uint8Array(authData)],
    ]);
    this.#keys = [...this.#keys, { id: base64url(id), userHandle: options.user.id, privateKey }];
    return {
      id: base64url(id),
      rawId: base64url(id),
      type: 'public-key' as const,
      response: {
        clientDataJSON: base64url(this.#clientData('webauthn.create', options.challenge, wrongs)),
        attestationObject: base64url(isoCBOR.encode(attestation)),
        transports: ['internal' as const],
      },
      clientExtensionResults: {},
    };
  }

  /** As `navigator.credentials.get` does, with the key that was made last. */
  get(options: RequestOptions, wrongs: Wrongs = {}) {
    const key = this.#keys.at(-1)!;
    const authData = this.#head(wrongs.rpId ?? options.rpId, 0, wrongs);
    const clientData = this.#clientData('webauthn.get', options.challenge, wrongs);
    const signed = Buffer.concat([authData, sha256(clientData)]);
    return {
      id: key.id,
      rawId: key.id,
      type: 'public-key' as const,
      response: {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(authData),
        signature: base64url(sign('sha256', signed, key.privateKey)),
        userHandle: key.userHandle,
      },
      clientExtensionResults: {},
    };
  }
}
