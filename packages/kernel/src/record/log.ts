/** The log of one party: it only grows. Writing is the shell's: it gets the files, and publishes the checkpoint after them. */
import { sameBytes } from './bytes.ts';
import { signCheckpoint, type Head } from './checkpoint.ts';
import type { Entry, EntryKind } from './entry.ts';
import type { SealedEntry } from './envelope.ts';
import { ofEntry, sound, wrong, type Checked } from './fault.ts';
import type { NoteSigner } from './key.ts';
import { bundleBytes } from './merkle/bundle.ts';
import { TILE_WIDTH, tileBytes, tilePath, tileWidth, type TileId } from './merkle/tile.ts';
import { EMPTY_TREE, edgeWidths, grow, restore, rootOf, type Tree } from './merkle/tree.ts';
import { leafHash } from './merkle/hash.ts';
import type { Hash } from './nominal.ts';
import { readBundle, readTile, type LogReader } from './reader.ts';

/** Which log, and whether it keeps what is live or an exercise. */
export interface LogName {
  readonly origin: string;
  readonly kind: EntryKind;
}

/** A log as far as the next entry needs it, whatever its length. */
export interface Log extends LogName {
  readonly tree: Tree;
  /** The entries of the bundle that is not yet full. */
  readonly bundle: readonly Uint8Array[];
}

/** A file to write, below the log's folder. Once written it never changes. */
export interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What an append comes to. */
export interface Appended {
  readonly log: Log;
  /** To be written, durably, before a checkpoint of the new log is published. */
  readonly files: readonly LogFile[];
}

export function emptyLog({ origin, kind }: LogName): Log {
  return { origin, kind, tree: EMPTY_TREE, bundle: [] };
}

/** What is wrong with an entry at a place in a log, apart from its signatures and the leaf that it replaces. */
export function misplaced({ origin, kind }: LogName, index: number, entry: Entry) {
  if (entry.log !== origin) return wrong('entry-of-other-log', { expected: origin, found: entry.log });
  if (entry.kind !== kind) return wrong('entry-of-other-kind', { expected: kind, found: entry.kind });
  if (entry.replaces && entry.replaces.index >= index)
    return wrong('entry-replaces-wrong', { index: entry.replaces.index });
  return undefined;
}

/** The log with more entries: all of them or, when one does not belong in it, none. */
export function append(log: Log, entries: readonly SealedEntry[]): Checked<Appended> {
  const { size } = log.tree;
  for (const [i, { entry }] of entries.entries()) {
    const fault = misplaced(log, size + i, entry);
    if (fault) return ofEntry(size + i, fault);
  }
  const { tree, tiles } = grow(
    log.tree,
    entries.map(({ leaf }) => leaf),
  );
  const hashes = tiles.map((tile) => ({
    path: tilePath({ ...tile, width: tile.hashes.length }),
    bytes: tileBytes(tile),
  }));
  const unbundled = [...log.bundle, ...entries.map(({ bytes }) => bytes)];
  const first = Math.floor(size / TILE_WIDTH);
  const bundles: LogFile[] = [];
  for (let at = 0; entries.length > 0 && at < unbundled.length; at += TILE_WIDTH) {
    const bundle = unbundled.slice(at, at + TILE_WIDTH);
    const id: TileId = { level: 'entries', index: first + at / TILE_WIDTH, width: bundle.length };
    bundles.push({ path: tilePath(id), bytes: bundleBytes(bundle) });
  }
  const bundle = unbundled.slice(unbundled.length - (tree.size % TILE_WIDTH));
  return sound({ log: { ...log, tree, bundle }, files: [...bundles, ...hashes] });
}

/** What a checkpoint of the log states. */
export function headOf({ origin, tree }: Log): Head {
  return { origin, size: tree.size, root: rootOf(tree) };
}

/**
 * The log's checkpoint, signed. A log that has signed two heads of which one does not continue the other can be proved to have forked; so
 * after a restore from a backup nothing is signed before the log has caught up with what its peers hold.
 */
export function checkpointOf(log: Log, signers: readonly NoteSigner[]): Checked<Uint8Array> {
  return signCheckpoint(headOf(log), signers);
}

/** The log again from its files, to go on from a head of it. Its right edge is read and held against the head's root. */
export async function reopen(reader: LogReader, kind: EntryKind, head: Head): Promise<Checked<Log>> {
  const { origin, size, root } = head;
  const at = (level: number): number => Math.floor(size / TILE_WIDTH ** (level + 1));
  const edge: (readonly Hash[])[] = [];
  for (const [level, width] of edgeWidths(size).entries()) {
    const tile = width === 0 ? sound([]) : await readTile(reader, { level, index: at(level), width });
    if (!tile.ok) return tile;
    edge.push(tile.value);
  }
  const tree = restore(size, edge);
  if (!tree || !sameBytes(rootOf(tree), root)) return wrong('root-wrong', { size });
  const width = tileWidth(size, 'entries', at(0));
  const bundle =
    width === 0 ? sound([]) : await readBundle(reader, { level: 'entries', index: at(0), width });
  if (!bundle.ok) return bundle;
  const changed = bundle.value.findIndex((bytes, i) => !sameBytes(leafHash(bytes), edge[0]![i]!));
  if (changed >= 0) return ofEntry(size - width + changed, wrong('entry-hash-wrong'));
  return sound({ origin, kind, tree, bundle: bundle.value });
}
