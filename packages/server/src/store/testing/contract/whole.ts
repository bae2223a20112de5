/** What every store keeps about watching, snapshots, filling and closing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Name, Piece, Store } from '../../store.ts';
import { append, bytes, contents, done, piecesOf, put, type Given } from './words.ts';

export function whole(given: Given): void {
  let store: Store;
  beforeEach(() => {
    store = given();
  });

  describe('a watcher', () => {
    /** Waits until it was rung for a stream, or for what may be any. */
    async function rung(rings: readonly (readonly Name[] | null)[], stream: Name): Promise<void> {
      while (!rings.some((ring) => ring === null || ring.includes(stream))) await sleep(5);
    }

    test('is rung for the streams that grew, until it ends its watch', async () => {
      const rings: (readonly Name[] | null)[] = [];
      const others: (readonly Name[] | null)[] = [];
      const end = store.watch((streams) => rings.push(streams));
      store.watch((streams) => others.push(streams));
      await done(store, append('s/1', 'end', 'a'));
      await rung(rings, 's/1');
      end();
      const before = rings.length;
      await done(store, append('s/2', 'end', 'a'));
      await rung(others, 's/2');
      expect(rings).toHaveLength(before);
    });

    test('finds what it was rung for', async () => {
      const lengths: Promise<number>[] = [];
      store.watch(() => lengths.push(store.length('s')));
      await done(store, append('s', 'end', 'a'));
      while (lengths.length === 0) await sleep(5);
      expect(await lengths[0]).toBe(1);
    });
  });

  describe('a snapshot', () => {
    test('has streams, then cells, in the order of their bytes', async () => {
      await done(store, {
        appends: ['b', 'B', 'a/1'].flatMap((each) => append(each, 0, 'x').appends!),
        puts: ['z', 'A'].flatMap((each) => put(each, 'absent', 'x').puts!),
      });
      expect(Object.keys(await contents(store))).toEqual(['B', 'a/1', 'b', 'A', 'z']);
    });

    test('is of one moment, whatever is committed meanwhile', async () => {
      const many = Array.from({ length: 3000 }, (_, each) => `${each}`);
      await done(store, { ...append('s', 0, ...many), ...put('z', 'absent', 'before') });
      const pieces = store.snapshot()[Symbol.asyncIterator]();
      const first = await pieces.next();
      await done(store, { ...append('s', 'end', 'after'), ...put('c', 'absent', 'after') });
      const rest = await contents({
        async *snapshot() {
          yield first.value as Piece;
          for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
        },
      });
      expect(rest).toEqual({ s: many, z: 'before' });
    });

    test('can be left before its end', async () => {
      await done(store, append('s', 0, 'a'));
      await done(store, append('t', 0, 'a'));
      for await (const piece of store.snapshot()) {
        expect(piece).toMatchObject({ stream: 's' });
        break;
      }
      await done(store, append('s', 1, 'b'));
    });
  });

  describe('filling', () => {
    const pieces: Piece[] = [
      { stream: 's', from: 0, rows: [bytes('a'), bytes('b')] },
      { stream: 's', from: 2, rows: [bytes('c')] },
      { cell: 'c', value: bytes('value') },
    ];

    test('gives an empty store what a snapshot had, and it goes on from there', async () => {
      await store.fill(piecesOf(...pieces));
      expect(await contents(store)).toEqual({ s: ['a', 'b', 'c'], c: 'value' });
      await done(store, append('s', 3, 'd'));
      await done(store, put('c', (await store.get('c'))!.version, 'new'));
      expect(await contents(store)).toEqual({ s: ['a', 'b', 'c', 'd'], c: 'new' });
    });

    test('is refused where there is anything', async () => {
      await done(store, put('x', 'absent', 'x'));
      await expect(store.fill(piecesOf(...pieces))).rejects.toMatchObject({ code: 'not-empty' });
      expect(await contents(store)).toEqual({ x: 'x' });
    });

    test('that breaks off leaves nothing', async () => {
      async function* broken(): AsyncIterable<Piece> {
        yield* pieces;
        throw new Error('the source broke');
      }
      await expect(store.fill(broken())).rejects.toThrow('the source broke');
      expect(await contents(store)).toEqual({});
      await store.fill(piecesOf(...pieces));
    });
  });

  describe('closing', () => {
    test('finishes what is under way; afterwards every call throws', async () => {
      const under = store.commit(append('s', 0, 'a'));
      await store.close();
      expect(await under).toMatchObject({ ok: true });
      const closed = { code: 'closed' };
      await expect(store.commit({})).rejects.toMatchObject(closed);
      await expect(store.read('s', 0, 1)).rejects.toMatchObject(closed);
      await expect(store.length('s')).rejects.toMatchObject(closed);
      await expect(store.get('c')).rejects.toMatchObject(closed);
      await expect(store.list('', '', 1)).rejects.toMatchObject(closed);
      await expect(store.fill(piecesOf())).rejects.toMatchObject(closed);
      await expect(contents(store)).rejects.toMatchObject(closed);
      expect(() => store.watch(() => {})).toThrow('closed');
      await store.close();
    });
  });
}
