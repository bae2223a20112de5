/** A proof that an entry is in a log, in one text that needs nothing else but keys. Source: C2SP tlog-proof. */
import { base64, concat, fromBase64, fromUtf8, utf8 } from './bytes.ts';
import type { Checkpoint } from './checkpoint.ts';
import { sound, wrong, type Checked } from './fault.ts';
import { leafHash } from './merkle/hash.ts';
import { inclusionSpans, verifyInclusion } from './merkle/proof.ts';
import { spanHash } from './merkle/span.ts';
import { named, type Hash } from './nominal.ts';
import { readSpans, type LogReader } from './reader.ts';

const HEADER = 'c2sp.org/tlog-proof@v1';

export interface LogProof {
  readonly index: number;
  /** From the leaf's sibling upwards. */
  readonly path: readonly Hash[];
  /** The signed checkpoint in which the path ends. */
  readonly checkpoint: Uint8Array;
}

/** The proof for an entry below a checkpoint's size, out of the tiles of that log. */
export async function readProof(
  reader: LogReader,
  index: number,
  { size }: Pick<Checkpoint, 'size'>,
  checkpoint: Uint8Array,
): Promise<Checked<LogProof>> {
  const spans = inclusionSpans(index, size);
  const hashAt = await readSpans(reader, size, spans);
  if (!hashAt.ok) return hashAt;
  return sound({ index, path: spans.map((span) => spanHash(span, hashAt.value)), checkpoint });
}

/** The proof's text, of a file that ends in `.tlog-proof`. */
export function proofBytes({ index, path, checkpoint }: LogProof): Uint8Array {
  const lines = [HEADER, `index ${index}`, ...path.map(base64), '', ''];
  return concat(utf8(lines.join('\n')), checkpoint);
}

/** Reads a proof, in which nothing is verified. Extra data is passed over: nothing vouches for it. */
export function parseProof(bytes: Uint8Array): Checked<LogProof> {
  const malformed = wrong('proof-malformed');
  const text = fromUtf8(bytes);
  const end = text?.indexOf('\n\n') ?? -1;
  if (text === undefined || end < 0) return malformed;
  const [header, ...rest] = text.slice(0, end).split('\n');
  const [place = '', ...hashes] = rest[0]?.startsWith('extra ') ? rest.slice(1) : rest;
  const digits = /^index (0|[1-9]\d{0,15})$/.exec(place)?.[1];
  const path = hashes.map((line) => named('hash', fromBase64(line) ?? new Uint8Array()));
  if (header !== HEADER || digits === undefined || !path.every((hash) => hash !== undefined))
    return malformed;
  return sound({ index: Number(digits), path, checkpoint: utf8(text.slice(end + 2)) });
}

/** Whether the proof shows that these bytes are an entry of the log below the checkpoint, which is opened already. */
export function provesEntry(
  entry: Uint8Array,
  { index, path }: LogProof,
  { size, root }: Checkpoint,
): boolean {
  return verifyInclusion(leafHash(entry), index, size, path, root);
}
