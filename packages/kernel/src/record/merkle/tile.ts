/** Tiles: the hashes of a tree in immutable files. Source: C2SP tlog-tiles. */
import { concat } from '../bytes.ts';
import { sound, wrong, type Checked } from '../fault.ts';
import { named, type Hash } from '../nominal.ts';

/** A tile spans 8 levels of the tree, so it has up to 256 hashes. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;
const HASH_LENGTH = 32;

/** Consecutive hashes of subtrees with `256 ** level` leaves each, from the subtree `256 * index` on; 1 to 256 of them. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly hashes: readonly Hash[];
}

/** Which file of a log: a tile of a level, or the bundle of the entries themselves. `width` is 1 to 256; below 256 it is partial. */
export interface TileId {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** How wide a tile is in a tree of `size` leaves, 0 where it does not exist. A bundle is as wide as the tile of level 0. */
export function tileWidth(size: number, level: number | 'entries', index: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level));
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** The files, besides its checkpoint, that a log of `size` entries is made of: bundles first, then tiles from the lowest level up. */
export function tilesOf(size: number): TileId[] {
  const ids: TileId[] = [];
  const add = (level: number | 'entries'): boolean => {
    const count = ids.length;
    for (let index = 0; tileWidth(size, level, index) > 0; index += 1)
      ids.push({ level, index, width: tileWidth(size, level, index) });
    return ids.length > count;
  };
  add('entries');
  for (let level = 0; add(level);) level += 1;
  return ids;
}

/** Where a tile stands below the log's folder: `tile/0/x001/x234/067.p/8`. */
export function tilePath({ level, index, width }: TileId): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const number = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${number}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

const PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/;

/** The tile of a path. Anything that `tilePath` would not have written is refused. */
export function parseTilePath(path: string): Checked<TileId> {
  const match = PATH.exec(path);
  if (!match) return wrong('path-malformed', { path });
  const [, level, number, width] = match;
  const id: TileId = {
    level: level === 'entries' ? level : Number(level),
    index: Number(number!.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const legal = (id.level === 'entries' || id.level <= 63) && id.width > 0 && Number.isSafeInteger(id.index);
  return legal && tilePath(id) === path ? sound(id) : wrong('path-malformed', { path });
}

/** The file of a tile: its hashes one after the other. */
export function tileBytes({ hashes }: Pick<Tile, 'hashes'>): Uint8Array {
  return concat(...hashes);
}

/** The hashes of a tile's file, which must be exactly as wide as its path says. */
export function parseTile(bytes: Uint8Array, id: TileId): Checked<readonly Hash[]> {
  if (bytes.length !== id.width * HASH_LENGTH) return wrong('file-malformed', { path: tilePath(id) });
  return sound(
    Array.from({ length: id.width }, (_, i) =>
      named('hash', bytes.slice(i * HASH_LENGTH, (i + 1) * HASH_LENGTH))!,
    ),
  );
}
