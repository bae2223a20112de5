/** What every store keeps about cells. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Name, Store } from '../../store.ts';
import { bytes, contents, done, put, text, type Given } from './words.ts';

export function cells(given: Given): void {
  let store: Store;
  beforeEach(() => {
    store = given();
  });

  describe('a cell', () => {
    test('that was never put is not there', async () => {
      expect(await store.get('head')).toBeUndefined();
    });

    test('has the value that was put last, at the version that the put told', async () => {
      const first = await done(store, put('head', 'absent', 'one'));
      expect(await store.get('head')).toEqual({
        cell: 'head',
        value: bytes('one'),
        version: first.versions[0],
      });
      const second = await done(store, put('head', first.versions[0]!, 'two'));
      const found = await store.get('head');
      expect([text(found!.value), found!.version]).toEqual(['two', second.versions[0]]);
    });

    test('is only put over the version that it has', async () => {
      const first = await done(store, put('head', 'absent', 'one'));
      const conflict = { ok: false, conflict: 'head' };
      expect(await store.commit(put('head', 'absent', 'x'))).toEqual(conflict);
      await done(store, put('head', first.versions[0]!, 'two'));
      expect(await store.commit(put('head', first.versions[0]!, 'x'))).toEqual(conflict);
      expect(await store.commit(put('other', first.versions[0]!, 'x'))).toMatchObject({ ok: false });
      expect(await contents(store)).toEqual({ head: 'two' });
    });

    test('that is removed and made anew is not taken for what it was', async () => {
      const [first] = (await done(store, put('head', 'absent', 'one'))).versions;
      const [removed] = (await done(store, put('head', first!, null))).versions;
      expect(await store.get('head')).toBeUndefined();
      const [second] = (await done(store, put('head', 'absent', 'one'))).versions;
      expect(new Set([first, removed, second]).size).toBe(3);
      expect(await store.commit(put('head', first!, 'x'))).toMatchObject({ ok: false });
      expect(await store.commit(put('head', removed!, 'x'))).toMatchObject({ ok: false });
    });

    test('can be asked not to be there', async () => {
      await done(store, put('head', 'absent', null));
      await done(store, put('head', 'absent', 'one'));
      expect(await store.commit(put('head', 'absent', null))).toMatchObject({ ok: false });
      expect(await contents(store)).toEqual({ head: 'one' });
    });
  });

  describe('a list of cells', () => {
    const names = ['a/1', 'a/10', 'a/2', 'a/B', 'a/b', 'a/~', 'a_', 'a0', 'b/1'];
    beforeEach(async () => {
      await done(store, {
        puts: names
          .toReversed()
          .map((cell) => ({ cell, over: 'absent' as const, value: bytes(`of ${cell}`) })),
      });
    });
    const listed = async (prefix: Name, after: Name, limit: number): Promise<Name[]> =>
      (await store.list(prefix, after, limit)).map(({ cell }) => cell);

    test('has those that begin so, in the order of their bytes', async () => {
      expect(await listed('a/', '', 99)).toEqual(['a/1', 'a/10', 'a/2', 'a/B', 'a/b', 'a/~']);
      expect(await listed('', '', 99)).toEqual(names.toSorted((a, b) => Buffer.compare(bytes(a), bytes(b))));
      expect(await listed('%', '', 99)).toEqual([]);
    });

    test('comes in pages', async () => {
      expect(await listed('a/', '', 2)).toEqual(['a/1', 'a/10']);
      expect(await listed('a/', 'a/10', 2)).toEqual(['a/2', 'a/B']);
      expect(await listed('a/', 'a/~', 2)).toEqual([]);
    });

    test('brings values and versions', async () => {
      const [first] = await store.list('b/', '', 1);
      expect(first).toEqual(await store.get('b/1'));
    });
  });
}
