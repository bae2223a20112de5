import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameBytes } from '../bytes.ts';
import { bundleBytes, parseBundle } from './bundle.ts';
import { parseTile, parseTilePath, tileBytes, tilePath, tileWidth, type TileId } from './tile.ts';

const ids = fc.record({
  level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
  index: fc.maxSafeNat(),
  width: fc.integer({ min: 1, max: 256 }),
});

describe('paths', () => {
  test.each<[TileId, string]>([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 2, index: 0, width: 1 }, 'tile/2/000.p/1'],
    [{ level: 'entries', index: 999, width: 256 }, 'tile/entries/999'],
    [{ level: 'entries', index: 1000, width: 255 }, 'tile/entries/x001/000.p/255'],
  ])('%o is %s', (id, path) => {
    expect(tilePath(id)).toBe(path);
    expect(parseTilePath(path)).toEqual({ ok: true, value: id });
  });

  test('every path is read back as it was written', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(parseTilePath(tilePath(id))).toEqual({ ok: true, value: id });
      }),
    );
  });

  test.each([
    '',
    'tile/0',
    'tile/0/0',
    'tile/0/000/',
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/data/000',
    '/tile/0/000',
    'tile/0/../../checkpoint',
    'tile/0/x999/x999/x999/x999/x999/999',
  ])('“%s” is none', (path) => {
    expect(parseTilePath(path)).toMatchObject({ ok: false, fault: { code: 'path-malformed' } });
  });
});

test('tiles are as wide as the specification’s example of 70,000 entries', () => {
  const widths = [0, 272, 273, 274].map((index) => tileWidth(70_000, 0, index));
  expect(widths).toEqual([256, 256, 112, 0]);
  expect([0, 1, 2].map((index) => tileWidth(70_000, 1, index))).toEqual([256, 17, 0]);
  expect([tileWidth(70_000, 2, 0), tileWidth(70_000, 3, 0)]).toEqual([1, 0]);
  expect([tileWidth(256, 0, 0), tileWidth(256, 1, 0), tileWidth(256, 'entries', 1)]).toEqual([256, 1, 0]);
});

describe('files', () => {
  const id = (width: number): TileId => ({ level: 'entries', index: 0, width });

  test('a bundle is read back; cut short, lengthened or of another width it is refused', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(entries, fc.nat(), (list, at) => {
        const bytes = bundleBytes(list);
        expect(parseBundle(bytes, id(list.length))).toEqual({ ok: true, value: list });
        expect(parseBundle(bytes.slice(0, at % bytes.length), id(list.length)).ok).toBe(false);
        expect(parseBundle(Uint8Array.of(...bytes, 0), id(list.length)).ok).toBe(false);
        expect(parseBundle(bytes, id(list.length + 1)).ok).toBe(false);
      }),
    );
  });

  test('a bundle says the length of the longest entry', () => {
    const entry = new Uint8Array(65_535).fill(7);
    const parsed = parseBundle(bundleBytes([entry, entry]), id(2));
    expect(parsed.ok && parsed.value.every((read) => sameBytes(read, entry))).toBe(true);
  });

  test('any bytes are either a bundle that would be written so, or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (bytes, width) => {
        const parsed = parseBundle(bytes, id(width));
        if (parsed.ok) expect(bundleBytes(parsed.value)).toEqual(bytes);
      }),
    );
  });

  test('a tile is exactly as long as its width', () => {
    const tile: TileId = { level: 0, index: 0, width: 2 };
    const bytes = Uint8Array.from({ length: 64 }, (_, i) => i);
    const parsed = parseTile(bytes, tile);
    expect(parsed.ok && tileBytes({ hashes: parsed.value })).toEqual(bytes);
    expect(parseTile(bytes.slice(1), tile)).toMatchObject({ ok: false, fault: { code: 'file-malformed' } });
  });
});
