/** Reading a log's files, wherever they are: a folder, an address, an export in memory. */
import { sound, wrong, type Checked } from './fault.ts';
import { parseBundle } from './merkle/bundle.ts';
import type { HashAt, Node, Span } from './merkle/span.ts';
import { nodesOf, spanHash } from './merkle/span.ts';
import { nodeHash } from './merkle/hash.ts';
import { TILE_HEIGHT, TILE_WIDTH, parseTile, tilePath, tileWidth, type TileId } from './merkle/tile.ts';
import type { Hash } from './nominal.ts';

/** Reads the file at a path below the log's folder, such as `checkpoint` or `tile/0/000`; `undefined` when there is none. */
export interface LogReader {
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

export async function readFile(reader: LogReader, path: string): Promise<Checked<Uint8Array>> {
  const bytes = await reader.read(path);
  return bytes ? sound(bytes) : wrong('file-missing', { path });
}

/**
 * Reads what `id` names. A log may drop a partial file once the full one stands, so that is read in its place; of what it has beyond
 * `id.width`, nothing is looked at.
 */
async function readWide<T>(
  reader: LogReader,
  id: TileId,
  parse: (bytes: Uint8Array, id: TileId) => Checked<readonly T[]>,
): Promise<Checked<readonly T[]>> {
  const exact = await reader.read(tilePath(id));
  if (exact) return parse(exact, id);
  const full = { ...id, width: TILE_WIDTH };
  const bytes = id.width < TILE_WIDTH ? await reader.read(tilePath(full)) : undefined;
  if (!bytes) return wrong('file-missing', { path: tilePath(id) });
  const parsed = parse(bytes, full);
  return parsed.ok ? sound(parsed.value.slice(0, id.width)) : parsed;
}

export function readTile(reader: LogReader, id: TileId): Promise<Checked<readonly Hash[]>> {
  return readWide(reader, id, parseTile);
}

export function readBundle(reader: LogReader, id: TileId): Promise<Checked<readonly Uint8Array[]>> {
  return readWide(reader, id, parseBundle);
}

/** The tile that holds what a node is made of: its level is the node's height in whole tiles. */
function tileOf({ height, index }: Node, size: number): TileId & { readonly level: number } {
  const level = Math.floor(height / TILE_HEIGHT);
  const tile = Math.floor((index * 2 ** (height % TILE_HEIGHT)) / TILE_WIDTH);
  return { level, index: tile, width: tileWidth(size, level, tile) };
}

/** The hashes of spans of a tree of `size` leaves, read out of its tiles. What was read is proved by nothing yet but the reader's word. */
export async function readSpans(
  reader: LogReader,
  size: number,
  spans: readonly Span[],
): Promise<Checked<HashAt>> {
  const tiles = new Map<string, readonly Hash[]>();
  for (const node of spans.flatMap(nodesOf)) {
    const id = tileOf(node, size);
    const path = tilePath(id);
    if (tiles.has(path)) continue;
    const tile = await readTile(reader, id);
    if (!tile.ok) return tile;
    tiles.set(path, tile.value);
  }
  return sound((node) => {
    const hashes = tiles.get(tilePath(tileOf(node, size)))!;
    const width = 2 ** (node.height % TILE_HEIGHT);
    const start = (node.index * width) % TILE_WIDTH;
    return perfect(hashes.slice(start, start + width));
  });
}

/** The root that the tree had at an older size, read out of the tiles of a tree of `size` leaves. `older <= size`. */
export async function readRoot(reader: LogReader, size: number, older: number): Promise<Checked<Hash>> {
  const span = { start: 0, end: older };
  const hashAt = await readSpans(reader, size, [span]);
  return hashAt.ok ? sound(spanHash(span, hashAt.value)) : hashAt;
}

/** The root of a perfect tree over a power of two of hashes. */
function perfect(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[2 * i]!, row[2 * i + 1]!));
  return row[0]!;
}
