/** Verifying a log from nothing but its files and the keys one trusts: everything is computed anew. */
import { sameBytes } from './bytes.ts';
import { openCheckpoint, parseCheckpoint, type Checkpoint, type Head } from './checkpoint.ts';
import { openCosignatures, type Cosignature, type CosignatureVerifier } from './cosignature.ts';
import { openEntry, type EntryKey, type OpenedEntry, type SealedEntry } from './envelope.ts';
import { ofEntry, sound, wrong, type Checked } from './fault.ts';
import { KeysAt } from './keys-at.ts';
import { misplaced, type LogName } from './log.ts';
import { leafHash } from './merkle/hash.ts';
import { HashTree } from './merkle/hash-tree.ts';
import { TILE_HEIGHT, TILE_WIDTH, tilePath, tileWidth, type TileId } from './merkle/tile.ts';
import type { Hash } from './nominal.ts';
import { parseNote } from './note.ts';
import { checkPeriods, covers, lastIndex, type LogKey } from './period.ts';
import { Quotes, type Quoted } from './quotes.ts';
import { readBundle, readFile, readTile, type LogReader } from './reader.ts';

/** What one takes as given about a log. */
export interface Trust extends LogName {
  /** The log's own keys in the order of their periods; the one of its last entry must have signed its checkpoint. */
  readonly logKeys: readonly LogKey[];
  /** Who may speak for which seat. */
  readonly entryKeys: readonly EntryKey[];
  /** Who may say that the log only grew, or that they hold it. */
  readonly cosigners?: readonly CosignatureVerifier[];
  /** Heads of this log that one has from elsewhere: one's own bookmarks, what a peer mirrors. The log must continue all of them. */
  readonly heads?: readonly Head[];
}

/** A log in which everything is as it should be. */
export interface VerifiedLog {
  /** The signed checkpoint, and what it says. */
  readonly note: Uint8Array;
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
  readonly tree: HashTree;
  /** The different heads of peers that its entries quote. */
  readonly quoted: readonly Quoted[];
}

/** How to verify, where it is not said by what. */
export interface Verifying {
  /** Called with each entry once it is verified. Only when the whole log is, are its order and completeness known, too. */
  readonly onEntry?: (sealed: SealedEntry, index: number) => void;
  /** Opens the entries of a bundle as `openEntry` does, each with its keys. A shell may bring one that uses several processors. */
  readonly open?: OpenEntries;
}

export type OpenEntries = (
  entries: readonly (readonly [bytes: Uint8Array, keys: readonly EntryKey[]])[],
) => Promise<readonly Checked<OpenedEntry>[]>;

const openInTurn: OpenEntries = (entries) =>
  Promise.resolve(entries.map(([bytes, keys]) => openEntry(bytes, keys)));

/**
 * Verifies the checkpoint; each entry's envelope, seat, kind and references; that it hashes to its leaf; every tile; the root; and that the
 * log continues the heads one has. The fault is the first in the order of the entries, and then of what stands above them.
 */
export async function verifyLog(
  reader: LogReader,
  trust: Trust,
  { onEntry, open = openInTurn }: Verifying = {},
): Promise<Checked<VerifiedLog>> {
  const note = await readFile(reader, 'checkpoint');
  if (!note.ok) return note;
  const opened = openHead(note.value, trust);
  if (!opened.ok) return opened;
  const checkpoint = opened.value;
  const cosignatures = openCosignatures(note.value, trust.cosigners ?? []);
  if (!cosignatures.ok) return cosignatures;

  const verifier = new EntryVerifier(trust, onEntry);
  const fault =
    (await verifyBundles(reader, checkpoint.size, verifier, open)) ??
    (await verifyTiles(reader, verifier.tree)) ??
    verifyHeads(checkpoint, verifier.tree, trust.heads ?? []);
  const { tree, quotes } = verifier;
  return (
    fault ??
    sound({ note: note.value, checkpoint, cosignatures: cosignatures.value, tree, quoted: quotes.all })
  );
}

type Wrong = ReturnType<typeof wrong>;

/** Opens the checkpoint with the key that counts for its last entry. */
export function openHead(
  note: Uint8Array,
  { origin, logKeys }: Pick<Trust, 'origin' | 'logKeys'>,
): Checked<Checkpoint> {
  const periods = checkPeriods(origin, logKeys);
  if (periods) return periods;
  const parsed = parseNote(note);
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  if (!head.ok) return head;
  const counting = logKeys.filter((key) => covers(key, lastIndex(head.value.size)));
  const open = (keys: readonly LogKey[]): Checked<Checkpoint> =>
    openCheckpoint(
      note,
      origin,
      keys.map(({ verifier }) => verifier),
    );
  const opened = open(counting);
  return !opened.ok && open(logKeys).ok ? wrong('key-out-of-period', { size: head.value.size }) : opened;
}

async function verifyBundles(
  reader: LogReader,
  size: number,
  verifier: EntryVerifier,
  open: OpenEntries,
): Promise<Wrong | undefined> {
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const first = index * TILE_WIDTH;
    const width = tileWidth(size, 'entries', index);
    const bundle = await readBundle(reader, { level: 'entries', index, width });
    if (!bundle.ok) return ofEntry(first, bundle);
    const leaves = await readTile(reader, { level: 0, index, width });
    if (!leaves.ok) return ofEntry(first, leaves);
    const opened = await open(bundle.value.map((bytes, i) => [bytes, verifier.keys.at(first + i)]));
    for (const [i, bytes] of bundle.value.entries()) {
      const fault = verifier.next(bytes, leaves.value[i]!, opened[i]!);
      if (fault) return ofEntry(first + i, fault);
    }
  }
  return undefined;
}

/** Verifies entries in turn. */
class EntryVerifier {
  readonly tree = new HashTree();
  readonly quotes = new Quotes();
  readonly keys: KeysAt;
  readonly #trust: Trust;
  readonly #onEntry: Verifying['onEntry'];

  constructor(trust: Trust, onEntry: Verifying['onEntry']) {
    this.#trust = trust;
    this.#onEntry = onEntry;
    this.keys = new KeysAt(trust);
  }

  next(bytes: Uint8Array, leaf: Hash, opened: Checked<OpenedEntry>): Wrong | undefined {
    const index = this.tree.size;
    if (!sameBytes(opened.ok ? opened.value.leaf : leafHash(bytes), leaf)) return wrong('entry-hash-wrong');
    if (!opened.ok) return opened;
    const { entry } = opened.value;
    const fault = misplaced(this.#trust, index, entry) ?? this.keys.handoverFault(index, opened.value);
    if (fault) return fault;
    const { replaces, seen } = entry;
    if (replaces && !sameBytes(this.tree.hashAt({ height: 0, index: replaces.index }), replaces.leaf))
      return wrong('entry-replaces-wrong', { index: replaces.index });
    for (const head of seen) {
      const conflict = this.quotes.add(index, head);
      if (conflict) return conflict;
    }
    this.tree.push(leaf);
    this.#onEntry?.(opened.value, index);
    return undefined;
  }
}

/** The tiles above the leaves, whose own were read with the entries. */
async function verifyTiles(reader: LogReader, tree: HashTree): Promise<Wrong | undefined> {
  for (let level = 1; tileWidth(tree.size, level, 0) > 0; level += 1) {
    for (let index = 0; tileWidth(tree.size, level, index) > 0; index += 1) {
      const id: TileId = { level, index, width: tileWidth(tree.size, level, index) };
      const tile = await readTile(reader, id);
      if (!tile.ok) return tile;
      const start = index * TILE_WIDTH;
      const hashes = tree.row(level * TILE_HEIGHT, start, start + id.width);
      if (!hashes.every((hash, i) => sameBytes(hash, tile.value[i]!)))
        return wrong('tile-wrong', { path: tilePath(id) });
    }
  }
  return undefined;
}

function verifyHeads(checkpoint: Checkpoint, tree: HashTree, heads: readonly Head[]): Wrong | undefined {
  const { origin, size } = checkpoint;
  if (!tree.continues(checkpoint)) return wrong('root-wrong', { size });
  // The smallest first: what is wrong begins before it.
  for (const head of heads.toSorted((a, b) => a.size - b.size)) {
    if (head.size > size) return wrong('size-wrong', { expected: head.size, found: size });
    if (!tree.continues(head)) return wrong('head-not-in-log', { log: origin, size: head.size });
  }
  return undefined;
}
