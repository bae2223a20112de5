/** Entry bundles: 256 entries to a file, each behind its length in two bytes. Source: C2SP tlog-tiles. */
import { concat } from '../bytes.ts';
import { sound, wrong, type Checked } from '../fault.ts';
import { tilePath, type TileId } from './tile.ts';

/** The longest entry, in bytes, of which a bundle can say the length. */
export const ENTRY_LIMIT = 65_535;

/** The file of a bundle. Each entry has at most `ENTRY_LIMIT` bytes. */
export function bundleBytes(entries: readonly Uint8Array[]): Uint8Array {
  return concat(...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]));
}

/** The entries of a bundle's file, which must be exactly as many as its path says. */
export function parseBundle(bytes: Uint8Array, id: TileId): Checked<readonly Uint8Array[]> {
  const malformed = wrong('file-malformed', { path: tilePath(id) });
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined) return malformed;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) return malformed;
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  return entries.length === id.width ? sound(entries) : malformed;
}
