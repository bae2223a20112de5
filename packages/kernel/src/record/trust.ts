/**
 * The trust file: whose word one takes, for which log, from which entry to which. It is made with the logs, but trusted only when one knows
 * by another way that its keys are right: who can exchange the keys can exchange everything.
 */
import { z } from 'zod';
import { base64, fromBase64 } from './bytes.ts';
import { cosignatureVerifier } from './cosignature.ts';
import type { Verifier } from './ed25519.ts';
import { ENTRY_KINDS } from './entry.ts';
import { sound, wrong, type Checked } from './fault.ts';
import { isKeyName, noteVerifier, parseVerifierKey, verifierKey, type NoteVerifier } from './key.ts';
import { named, type PublicKey } from './nominal.ts';
import { checkPeriods } from './period.ts';
import type { Trust } from './verify.ts';

/** Says what the file is and how it is to be read. */
const FORMAT = 'foedus-trust/1';

const count = z.int().nonnegative();
const period = {
  from: count
    .exactOptional()
    .describe('The first entry for which the key counts; left out: the first of all'),
  until: count
    .exactOptional()
    .describe('The first entry for which it no longer counts; left out: to the end'),
};
const key = z.string().describe('A public key as C2SP signed-note writes it: name+id+base64');

const LOG = z.strictObject({
  origin: z.string().refine(isKeyName).describe('The name of the log, as its checkpoint states it'),
  kind: z.enum(ENTRY_KINDS).describe('Live, or of an exercise'),
  keys: z
    .array(z.strictObject({ key, ...period }))
    .min(1)
    .describe('The log’s own keys, one after the other; where one ends, it hands over to the next'),
  seats: z
    .array(
      z.strictObject({
        key,
        ...period,
        seats: z.union([z.literal('all'), z.array(z.string())]).describe('The seats that it may speak for'),
      }),
    )
    .describe('Keys that may sign entries'),
  cosigners: z.array(key).exactOptional().describe('Keys of mirrors and witnesses that cosign checkpoints'),
  heads: z
    .array(z.strictObject({ size: count, root: z.base64().describe('SHA-256, 32 bytes') }))
    .exactOptional()
    .describe('Heads of the log that one has from elsewhere, which it must continue'),
});
const SCHEMA = z.strictObject({ format: z.literal(FORMAT), logs: z.array(LOG) });

/** JSON Schema (2020-12) of a trust file. */
export function trustSchema(): object {
  return { title: 'Foedus trust file', ...z.toJSONSchema(SCHEMA) };
}

/** What one takes as given about several logs. */
export type RecordTrust = readonly Trust[];

/** Reads a trust file. `ed25519`: how Ed25519 is verified here. */
export function readTrust(text: string, ed25519: (key: PublicKey) => Verifier): Checked<RecordTrust> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return wrong('trust-not-json', { problem: (error as Error).message });
  }
  const parsed = SCHEMA.safeParse(value);
  if (!parsed.success) return wrong('trust-malformed', { where: pathOf(parsed.error) });
  const logs: Trust[] = [];
  for (const log of parsed.data.logs) {
    if (logs.some(({ origin }) => origin === log.origin)) return wrong('trust-repeated', { log: log.origin });
    const read = trustOf(log, ed25519);
    if (!read.ok) return read;
    logs.push(read.value);
  }
  return sound(logs);
}

/** The trust file of logs. */
export function trustText(logs: RecordTrust): string {
  const file: z.infer<typeof SCHEMA> = { format: FORMAT, logs: logs.map(logOf) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

type Log = z.infer<typeof LOG>;

function pathOf(error: z.ZodError): string {
  const path = error.issues[0]?.path ?? [];
  return path.length === 0 ? FORMAT : path.join('.');
}

function trustOf(log: Log, ed25519: (key: PublicKey) => Verifier): Checked<Trust> {
  const { origin, kind } = log;
  const logKeys = every(log.keys, ({ key, ...period }) => withVerifier(key, ed25519, period));
  if (!logKeys.ok) return logKeys;
  const periods = checkPeriods(origin, logKeys.value);
  if (periods) return periods;
  const entryKeys = every(log.seats, ({ key, ...more }) => withVerifier(key, ed25519, more));
  if (!entryKeys.ok) return entryKeys;
  const cosigners = every(log.cosigners ?? [], (line) => cosignatureVerifier(line, ed25519));
  if (!cosigners.ok) return cosigners;
  const heads = every(log.heads ?? [], ({ size, root }) => {
    const hash = named('hash', fromBase64(root) ?? new Uint8Array());
    return hash ? sound({ origin, size, root: hash }) : wrong('trust-malformed', { where: 'heads' });
  });
  if (!heads.ok) return heads;
  return sound({
    origin,
    kind,
    logKeys: logKeys.value,
    entryKeys: entryKeys.value,
    cosigners: cosigners.value,
    heads: heads.value,
  });
}

function withVerifier<T>(
  line: string,
  ed25519: (key: PublicKey) => Verifier,
  more: T,
): Checked<T & { readonly verifier: NoteVerifier }> {
  const parsed = parseVerifierKey(line);
  if (!parsed.ok) return parsed;
  const verifier = noteVerifier(parsed.value.name, ed25519(parsed.value.key));
  return verifier.ok ? sound({ ...more, verifier: verifier.value }) : verifier;
}

/** Each made into something else, or the first fault. */
function every<A, B>(items: readonly A[], make: (item: A) => Checked<B>): Checked<B[]> {
  const made: B[] = [];
  for (const item of items) {
    const each = make(item);
    if (!each.ok) return each;
    made.push(each.value);
  }
  return sound(made);
}

function logOf({ origin, kind, logKeys, entryKeys, cosigners = [], heads = [] }: Trust): Log {
  const keyOf = ({ name, publicKey }: NoteVerifier): string => verifierKey(name, publicKey);
  return {
    origin,
    kind,
    keys: logKeys.map(({ verifier, ...period }) => ({ key: keyOf(verifier), ...period })),
    seats: entryKeys.map(({ verifier, seats, ...period }) => ({
      key: keyOf(verifier),
      ...period,
      seats: seats === 'all' ? seats : [...seats],
    })),
    ...(cosigners.length > 0 && {
      cosigners: cosigners.map(({ name, publicKey, type }) => verifierKey(name, publicKey, type)),
    }),
    ...(heads.length > 0 && { heads: heads.map(({ size, root }) => ({ size, root: base64(root) })) }),
  };
}
