/** What every store keeps about streams. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store.ts';
import { append, bytes, contents, done, texts, type Given } from './words.ts';

export function streams(given: Given): void {
  let store: Store;
  beforeEach(() => {
    store = given();
  });

  describe('a stream', () => {
    test('that nobody has added to is empty', async () => {
      expect(await store.length('case/1')).toBe(0);
      expect(await store.read('case/1', 0, 10)).toEqual([]);
    });

    test('has its rows in the order in which they were added, and tells where each append began', async () => {
      expect(await done(store, append('case/1', 0, 'a', 'b'))).toMatchObject({ starts: [0] });
      expect(await done(store, append('case/1', 'end', 'c'))).toMatchObject({ starts: [2] });
      expect(await done(store, append('case/1', 3, 'd'))).toMatchObject({ starts: [3] });
      expect(await store.length('case/1')).toBe(4);
      expect(texts(await store.read('case/1', 0, 10))).toEqual(['a', 'b', 'c', 'd']);
      expect(texts(await store.read('case/1', 1, 2))).toEqual(['b', 'c']);
      expect(await store.read('case/1', 4, 2)).toEqual([]);
      expect(await store.read('case/1', 0, 0)).toEqual([]);
    });

    test.each([0, 1, 3])('of length 2 takes no rows at %i, and stays as it is', async (at) => {
      await done(store, append('case/1', 0, 'a', 'b'));
      expect(await store.commit(append('case/1', at, 'x'))).toEqual({ ok: false, conflict: 'case/1' });
      expect(texts(await store.read('case/1', 0, 9))).toEqual(['a', 'b']);
    });

    test('can be asked to be so long, without adding to it', async () => {
      await done(store, append('case/1', 0, 'a'));
      expect(await done(store, append('case/1', 1))).toMatchObject({ starts: [1] });
      expect(await store.commit(append('case/1', 0))).toMatchObject({ ok: false });
      expect(await done(store, append('case/2', 0))).toMatchObject({ starts: [0] });
      expect(await contents(store)).toEqual({ 'case/1': ['a'] });
    });

    test('keeps any bytes, few or many', async () => {
      const all = Uint8Array.from({ length: 256 }, (_, index) => index);
      const large = new Uint8Array(3 << 20).fill(7);
      await done(store, { appends: [{ stream: 's', at: 0, rows: [all, new Uint8Array(0), large] }] });
      const [first, second, third] = await store.read('s', 0, 3);
      expect([...first!]).toEqual([...all]);
      expect(second!).toHaveLength(0);
      expect(Buffer.compare(third!, large)).toBe(0);
    });

    test('keeps what it was given, whatever the caller then does with the bytes', async () => {
      const row = bytes('kept');
      const commit = store.commit({
        appends: [{ stream: 's', at: 0, rows: [row] }],
        puts: [{ cell: 'c', over: 'absent', value: row }],
      });
      await commit;
      row.fill(0);
      (await store.read('s', 0, 1))[0]!.fill(0);
      (await store.get('c'))!.value.fill(0);
      expect(await contents(store)).toEqual({ s: ['kept'], c: 'kept' });
    });
  });
}
