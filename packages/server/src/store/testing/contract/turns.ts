/** What every store keeps about turns. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store.ts';
import type { Given } from './words.ts';

export function turns(given: Given): void {
  let store: Store;
  beforeEach(() => {
    store = given();
  });

  describe('a turn', () => {
    /** Works under a name for a few rounds of the event loop; notes when it began and ended. */
    const working = (name: string, id: number, notes: string[]): Promise<number> =>
      store.inTurn(name, async () => {
        notes.push(`begins ${id}`);
        for (let round = 0; round < 3; round += 1) await store.length(name);
        notes.push(`ends ${id}`);
        return id;
      });

    test('is had by one at a time, in the order asked for, with the answer of the work', async () => {
      const notes: string[] = [];
      const ids = [0, 1, 2, 3, 4];
      expect(await Promise.all(ids.map((id) => working('case', id, notes)))).toEqual(ids);
      expect(notes).toEqual(ids.flatMap((id) => [`begins ${id}`, `ends ${id}`]));
    });

    test('under another name is another one', async () => {
      const { promise, resolve } = Promise.withResolvers<string>();
      const one = store.inTurn('one', () => promise);
      await store.inTurn('two', async () => resolve('both'));
      expect(await one).toBe('both');
    });

    test('that fails tells so, and is over', async () => {
      const failing = store.inTurn('case', async () => {
        throw new Error('the work fails');
      });
      await expect(failing).rejects.toThrow('the work fails');
      expect(await store.inTurn('case', async () => 'next')).toBe('next');
    });
  });
}
