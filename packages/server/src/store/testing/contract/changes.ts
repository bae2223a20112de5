/** What every store keeps about changes, alone and at the same time. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Change, Store, Version } from '../../store.ts';
import { append, contents, done, put, texts, type Given } from './words.ts';

export function changes(given: Given): void {
  let store: Store;
  beforeEach(() => {
    store = given();
  });

  describe('a change', () => {
    test('is done at once or not at all', async () => {
      await done(store, { ...append('log', 0, 'a'), ...put('head', 'absent', '1') });
      const stale = { appends: append('log', 'end', 'b').appends!, puts: put('head', 'absent', '2').puts! };
      expect(await store.commit(stale)).toEqual({ ok: false, conflict: 'head' });
      const late: Change = {
        appends: [...append('new', 0, 'x').appends!, ...append('log', 0, 'b').appends!],
      };
      expect(await store.commit(late)).toEqual({ ok: false, conflict: 'log' });
      expect(await contents(store)).toEqual({ log: ['a'], head: '1' });
      expect(await store.length('new')).toBe(0);
    });

    test('tells its places and versions in the order in which it was written', async () => {
      await done(store, append('b', 0, 'x', 'y'));
      const { starts, versions } = await done(store, {
        appends: [...append('b', 'end', 'z').appends!, ...append('a', 'end', 'x').appends!],
        puts: [...put('d', 'absent', 'd').puts!, ...put('c', 'absent', 'c').puts!],
      });
      expect(starts).toEqual([2, 0]);
      expect(versions).toEqual([(await store.get('d'))!.version, (await store.get('c'))!.version]);
    });

    test('of nothing succeeds', async () => {
      expect(await store.commit({})).toEqual({ ok: true, starts: [], versions: [] });
    });

    test.each<[string, string, Change]>([
      [
        'two appends to a stream',
        'twice',
        { appends: [...append('s', 0, 'a').appends!, ...append('s', 1, 'b').appends!] },
      ],
      [
        'two puts of a cell',
        'twice',
        { puts: [...put('c', 'absent', 'a').puts!, ...put('c', 'absent', 'b').puts!] },
      ],
      ['an empty name', 'no name', append('', 0, 'a')],
      ['a name with a space', 'no name', put('a b', 'absent', 'a')],
      ['a name beyond ASCII', 'no name', put('방/1', 'absent', 'a')],
      ['a name of 513 characters', 'no name', append('x'.repeat(513), 0, 'a')],
      ['a negative place', 'no place', append('s', -1, 'a')],
      ['a place that is no whole number', 'no place', append('s', 0.5, 'a')],
    ])('with %s throws, and nothing is done', async (_, told, change) => {
      await expect(store.commit(change)).rejects.toThrow(told);
      expect(await contents(store)).toEqual({});
    });

    test('may name what is 512 characters long', async () => {
      const name = `a/${'~'.repeat(510)}`;
      await done(store, { ...append(name, 0, 'a'), ...put(name, 'absent', 'b') });
      expect(await store.length(name)).toBe(1);
      expect((await store.list('a/', '', 1))[0]!.cell).toBe(name);
    });
  });

  describe('changes at the same time', () => {
    test('succeed or conflict each on its own, in their order', async () => {
      const commits = await Promise.all([
        store.commit(append('s', 0, 'first')),
        store.commit(append('s', 0, 'late')),
        store.commit({ ...append('s', 'end', 'never'), ...put('c', 1 as Version, 'never') }),
        store.commit({ ...append('s', 1, 'second'), ...put('c', 'absent', 'c') }),
        store.commit(put('c', 'absent', 'late')),
      ]);
      expect(commits.map(({ ok }) => ok)).toEqual([true, false, false, true, false]);
      expect(await contents(store)).toEqual({ s: ['first', 'second'], c: 'c' });
    });

    test('that append to the end all find a place, without gaps', async () => {
      const commits = await Promise.all(
        Array.from({ length: 200 }, (_, each) => store.commit(append('s', 'end', `${each}`, `${each}`))),
      );
      const starts = commits.map((commit) => (commit.ok ? commit.starts[0]! : -1));
      expect(starts.toSorted((a, b) => a - b)).toEqual(starts.map((_, index) => index * 2));
      const rows = texts(await store.read('s', 0, 999));
      expect(starts.map((start) => rows.slice(start, start + 2))).toEqual(
        starts.map((_, n) => [`${n}`, `${n}`]),
      );
    });

    test('of which all put over one version: one succeeds', async () => {
      const [version] = (await done(store, put('c', 'absent', '0'))).versions;
      const commits = await Promise.all(
        Array.from({ length: 20 }, (_, each) => store.commit(put('c', version!, `${each}`))),
      );
      expect(commits.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });
}
