/**
 * After a restore: the store may be older than what was published, and a log that goes on from there forks. So it is held against evidence of
 * what was published (files that outlived, an export, a peer's copy or heads), caught up from it, and only then signs again.
 */
import { record } from '@foedus/kernel';
import type { Put, Store } from '../store/store.ts';
import { streamOf } from './entries.ts';
import { RecordError, sure } from './fault.ts';
import { RESTORED, type Keyring } from './keys.ts';
import { NODE, nodeIn, putNode, type PastKey, type PastKeys } from './node.ts';
import { trustOf } from './node-trust.ts';
import { openParallel } from './open-parallel.ts';
import { originOf, placeOfOrigin, type Place } from './places.ts';
import { checkpointCell } from './publisher.ts';
import { keepDocuments, type FindDocument } from './recover-documents.ts';
import { register, registered } from './registry.ts';

/** What tells how far logs had been published. */
export interface Evidence {
  /** The files of a log; where it has no checkpoint, this evidence tells nothing of it. */
  readonly logs: (origin: string) => record.LogReader;
  /** The logs that it has, among them some that the store does not know yet. */
  readonly origins?: readonly string[];
  /** The documents that entries commit to, by their path in the record. */
  readonly documents?: FindDocument;
  /** The trust file that came with it. Only from it can be known which keys a log had, where the store is of before its keys were replaced. */
  readonly trust?: record.RecordTrust;
  /** Heads that others have seen, such as those that a peer's log quotes. */
  readonly heads?: readonly record.Head[];
}

/** What had to be caught up. */
export interface CaughtUp {
  readonly origin: string;
  /** Entries that the store had, and has now. */
  readonly had: number;
  readonly has: number;
}

export interface LogsCaughtUp {
  readonly logs: readonly CaughtUp[];
  /** The keys that logs had before their present one. */
  readonly past: PastKeys;
}

/** Rows added in one commit. */
const BATCH = 1000;

/**
 * Catches every log up. Where evidence contradicts the store, or says that there was more than all evidence holds, nothing is let go on with:
 * throws, naming the log and the entry. What was caught up until then stays, and is right.
 */
export async function catchUpLogs(
  store: Store,
  keys: Keyring,
  evidence: readonly Evidence[],
): Promise<LogsCaughtUp> {
  const logs: CaughtUp[] = [];
  const past: Record<string, readonly PastKey[]> = { ...keys.past };
  for (const origin of evidence.flatMap(({ origins = [] }) => origins)) {
    const place = placeOfOrigin(keys.node, origin);
    if (place) await register(store, keys, { ...place, parties: place.party === null ? [] : [place.party] });
  }
  for (const place of await registered(store)) {
    const origin = originOf(keys.node, place);
    const trust = keys.isKnown
      ? trustOf(keys, origin, place.kind)
      : succeeding(keys, place, origin, evidence);
    const caught = await catchUp(store, keys, trust, evidence);
    if (caught) logs.push(caught);
    const before = trust.logKeys.slice(0, -1);
    if (before.length > 0) past[origin] = before.map(pastKeyOf);
  }
  return { logs, past };
}

/** The keys of a log of which the last is the present one, as evidence has them. Verifying the log proves that each handed over to the next. */
function succeeding(
  keys: Keyring,
  { kind }: Place,
  origin: string,
  evidence: readonly Evidence[],
): record.Trust {
  const told = evidence.flatMap(({ trust = [] }) => trust.filter((log) => log.origin === origin));
  const ours = told.find(({ logKeys }) =>
    record.isSameKey(logKeys.at(-1)!.verifier, keys.of(origin).verifier),
  );
  if (told.length > 0 && !ours) throw new RecordError('record-key-replaced');
  if (!ours) return trustOf(keys, origin, kind);
  const { logKeys } = ours;
  return { origin, kind, logKeys, entryKeys: logKeys.map((key) => ({ ...key, seats: 'all' })) };
}

/** INVARIANT: a key that is followed by another has an end. */
function pastKeyOf({ until, verifier }: record.LogKey): PastKey {
  return { key: record.verifierKey(verifier.name, verifier.publicKey), until: until! };
}

/** Lets a store that has caught up sign again, and know the keys that its logs have had. */
export async function liftMark(store: Store, keys: Keyring, past: PastKeys): Promise<void> {
  const [mark, cell] = [await store.get(RESTORED), await store.get(NODE)];
  const puts: Put[] = mark ? [{ cell: RESTORED, over: mark.version, value: null }] : [];
  if (cell && !keys.isKnown) puts.push(putNode({ ...nodeIn(cell), print: keys.print, past }, cell.version));
  await store.commit({ puts });
}

async function catchUp(
  store: Store,
  keys: Keyring,
  trust: record.Trust,
  evidence: readonly Evidence[],
): Promise<CaughtUp | undefined> {
  const { origin } = trust;
  const had = await store.length(streamOf(origin));
  const heads = evidence.flatMap(({ heads = [] }) => heads.filter((head) => head.origin === origin));
  let told = heads.length > 0;
  for (const { logs, documents } of evidence) {
    const reader = logs(origin);
    if (!(await reader.read('checkpoint'))) continue;
    told = true;
    const shown = await take(store, reader, trust, documents);
    // Keys that only this evidence tells of are proved by it as far as it reaches.
    if (!keys.isKnown && shown < had)
      throw new RecordError('record-not-caught-up', { log: origin, published: had, held: shown });
  }
  const has = await store.length(streamOf(origin));
  if (had > 0 && !told) throw new RecordError('record-no-evidence', { log: origin });
  await holdTo(store, origin, heads, has);
  return has > had ? { origin, had, has } : undefined;
}

/** Takes over what the files of a log have beyond the store, once both agree on all that they have in common; gives how much they have. */
async function take(
  store: Store,
  reader: record.LogReader,
  trust: record.Trust,
  documents: Evidence['documents'],
): Promise<number> {
  const { origin } = trust;
  const entries: record.SealedEntry[] = [];
  const verifying = {
    open: openParallel,
    onEntry: (sealed: record.SealedEntry) => void entries.push(sealed),
  };
  const verified = sure(await record.verifyLog(reader, trust, verifying), origin);
  const stream = streamOf(origin);
  const had = await store.length(stream);
  for (let from = 0; from < Math.min(had, entries.length); from += BATCH) {
    const rows = await store.read(stream, from, BATCH);
    const differs = rows.findIndex((row, i) => {
      const other = entries[from + i];
      return other !== undefined && Buffer.compare(row, other.bytes) !== 0;
    });
    if (differs >= 0) throw new RecordError('record-forked', { log: origin, entry: from + differs });
  }
  for (let from = had; from < entries.length; from += BATCH) {
    const batch = entries.slice(from, from + BATCH);
    for (const [i, { entry }] of batch.entries())
      await keepDocuments(store, entry, documents, { log: origin, entry: from + i });
    const rows = batch.map(({ bytes }) => bytes);
    await add(store, stream, from, rows);
  }
  await raiseCheckpoint(store, origin, verified);
  return entries.length;
}

async function add(store: Store, stream: string, at: number, rows: readonly Uint8Array[]): Promise<void> {
  const done = await store.commit({ appends: [{ stream, at, rows }] });
  if (!done.ok) throw new Error(`${stream} grew while it was being reconciled`);
}

/** The checkpoint in the cell is the longest that was ever signed, as far as anybody knows. */
async function raiseCheckpoint(
  store: Store,
  origin: string,
  { note, checkpoint }: record.VerifiedLog,
): Promise<void> {
  const cell = await store.get(checkpointCell(origin));
  const before = cell && sure(record.parseNote(cell.value), origin);
  if (before && sure(record.parseCheckpoint(before.text), origin).size >= checkpoint.size) return;
  const put: Put = { cell: checkpointCell(origin), over: cell?.version ?? 'absent', value: note };
  await store.commit({ puts: [put] });
}

/** Holds the log against heads alone: they can contradict it, but not catch it up. */
async function holdTo(
  store: Store,
  origin: string,
  heads: readonly record.Head[],
  has: number,
): Promise<void> {
  const longest = Math.max(0, ...heads.map(({ size }) => size));
  if (longest > has)
    throw new RecordError('record-not-caught-up', { log: origin, published: longest, held: has });
  const tree = new record.HashTree();
  for (let from = 0; from < longest; from += BATCH)
    for (const row of await store.read(streamOf(origin), from, BATCH)) tree.push(record.leafHash(row));
  const wrong = heads.toSorted((a, b) => a.size - b.size).find((head) => !tree.continues(head));
  if (wrong) throw new RecordError('record-forked', { log: origin, entry: wrong.size - 1 });
}
