import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { set, Table } from './table.ts';

test('is a map: order, size and values are those of one that is written to, and older versions stay as they were', () => {
  const steps = fc.array(fc.tuple(fc.nat(60), fc.nat()), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (writes) => {
      const map = new Map<number, number>();
      const versions: [ReadonlyMap<number, number>, [number, number][]][] = [];
      let table: ReadonlyMap<number, number> = new Table();
      for (const [key, value] of writes) {
        versions.push([table, [...map]]);
        map.set(key, value);
        table = set(table, key, value);
      }
      versions.push([table, [...map]]);
      for (const [version, entries] of versions) {
        expect([...version]).toEqual(entries);
        expect(version.size).toBe(entries.length);
        expect(entries.every(([key, value]) => version.has(key) && version.get(key) === value)).toBe(true);
        expect(version.has(61)).toBe(false);
      }
    }),
  );
});
