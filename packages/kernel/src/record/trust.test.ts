import { describe, expect, test } from 'vitest';
import { ed25519Cosigner, cosignatureVerifier, mlDsaCosigner } from './cosignature.ts';
import { verifierKey } from './key.ts';
import { headOf } from './log.ts';
import { named } from './nominal.ts';
import { keyPair, Party, sure } from './testing/fixture.ts';
import { nodeSigner, nodeVerifier } from './testing/node-ed25519.ts';
import { readTrust, trustText } from './trust.ts';
import type { Trust } from './verify.ts';
import { verifyLog } from './verify.ts';

const party = new Party('rok', 1).grow(5);
const cosigners = [
  sure(ed25519Cosigner('us.example/mirror', nodeSigner(named('secret key', new Uint8Array(32).fill(5))!))),
  sure(mlDsaCosigner('us.example/mirror', new Uint8Array(32).fill(6))),
].map(({ name, publicKey, type }) =>
  sure(cosignatureVerifier(verifierKey(name, publicKey, type), nodeVerifier)),
);
const trust: Trust = {
  ...party.trust,
  cosigners,
  heads: [headOf(party.log)],
  logKeys: [
    { verifier: party.node.verifier, until: 9 },
    { verifier: keyPair(party.origin, 7).verifier, from: 9 },
  ],
};
const text = trustText([trust]);
const file = () => JSON.parse(text) as { logs: Record<string, unknown>[]; format: string };
const fault = (value: unknown) => {
  const read = readTrust(typeof value === 'string' ? value : JSON.stringify(value), nodeVerifier);
  return read.ok ? undefined : read.fault;
};

test('is read back as it was, and serves to verify', async () => {
  const read = sure(readTrust(text, nodeVerifier));
  expect(trustText(read)).toBe(text);
  expect((await verifyLog(party.reader, read[0]!)).ok).toBe(true);
});

describe('says what is wrong with it', () => {
  const changed = (change: (log: Record<string, unknown>) => unknown): unknown => {
    const value = file();
    change(value.logs[0]!);
    return value;
  };

  test.each([
    ['nothing', text, undefined],
    ['no JSON', '{', { code: 'trust-not-json' }],
    ['another format', { ...file(), format: 'x' }, { code: 'trust-malformed', params: { where: 'format' } }],
    ['a log named twice', { ...file(), logs: [...file().logs, ...file().logs] }, { code: 'trust-repeated' }],
    ['a key that it does not know', changed((log) => (log['color'] = 1)), { code: 'trust-malformed' }],
    [
      'a kind that is none',
      changed((log) => (log['kind'] = 'war')),
      { code: 'trust-malformed', params: { where: 'logs.0.kind' } },
    ],
    [
      'a public key that is none',
      changed((log) => (log['seats'] = [{ key: 'a+b+c', seats: 'all' }])),
      { code: 'key-malformed', params: { key: 'a+b+c' } },
    ],
    [
      'a gap between keys',
      changed((log) => ((log['keys'] as { from?: number }[])[1]!.from = 10)),
      { code: 'key-periods' },
    ],
    [
      'a root of another length',
      changed((log) => (log['heads'] = [{ size: 1, root: 'AAAA' }])),
      { code: 'trust-malformed', params: { where: 'heads' } },
    ],
  ])('%s', (_, value, expected) => {
    if (expected) expect(fault(value)).toMatchObject(expected);
    else expect(fault(value)).toBeUndefined();
  });
});
