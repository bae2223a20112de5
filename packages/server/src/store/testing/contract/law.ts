/** The law of a store: what it does together, it does as one after another would. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, Commit, Name, Version } from '../../store.ts';
import { MemoryStore } from '../memory.ts';
import { bytes, contents, type Given } from './words.ts';

const word = fc.string({ unit: 'grapheme-ascii', maxLength: 3 });
const appends = fc.uniqueArray(
  fc.record({
    stream: fc.constantFrom('s/1', 's/2', 's/3'),
    at: fc.oneof(fc.constant('end' as const), fc.nat(6)),
    rows: fc.array(word, { maxLength: 2 }),
  }),
  { selector: ({ stream }) => stream, maxLength: 2 },
);
const puts = fc.uniqueArray(
  fc.record({
    cell: fc.constantFrom('c/1', 'c/2'),
    /** A number means the version that was given so many puts ago. */
    over: fc.oneof(fc.constant('absent' as const), fc.nat(5)),
    value: fc.option(word),
  }),
  { selector: ({ cell }) => cell, maxLength: 2 },
);
const planned = fc.record({ appends, puts });
type Planned = typeof planned extends fc.Arbitrary<infer T> ? T : never;

/** The change as one store is asked for it, which has its own names and has given its own versions. */
function ask({ appends, puts }: Planned, prefix: string, given: readonly Version[]): Change {
  return {
    appends: appends.map(({ stream, at, rows }) => ({ stream: prefix + stream, at, rows: rows.map(bytes) })),
    puts: puts.map(({ cell, over, value }) => ({
      cell: prefix + cell,
      over: over === 'absent' ? over : (given.at(-1 - over) ?? (0 as Version)),
      value: value === null ? null : bytes(value),
    })),
  };
}

/** What a commit told, without the versions, which differ between stores, and without the prefix. */
function told(commit: Commit, prefix: string): unknown {
  return commit.ok ? commit.starts : commit.conflict.slice(prefix.length);
}

export function law(given: Given): void {
  test('changes at the same time do what they do one after another', async () => {
    const store = given();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(planned, { maxLength: 5 }), { maxLength: 6 }), async (turns) => {
        const prefix: Name = `${(run += 1)}/`;
        const model = new MemoryStore();
        let versions: { readonly model: Version; readonly store: Version }[] = [];
        for (const turn of turns) {
          const ofModel = versions.map((each) => each.model);
          const ofStore = versions.map((each) => each.store);
          const found = await Promise.all(turn.map((each) => store.commit(ask(each, prefix, ofStore))));
          for (const [index, each] of turn.entries()) {
            const expected = await model.commit(ask(each, '', ofModel));
            const commit = found[index]!;
            expect(told(commit, prefix)).toEqual(told(expected, ''));
            if (!expected.ok || !commit.ok) continue;
            versions = [
              ...versions,
              ...expected.versions.map((version, n) => ({ model: version, store: commit.versions[n]! })),
            ];
          }
        }
        const all = Object.entries(await contents(store)).filter(([name]) => name.startsWith(prefix));
        expect(Object.fromEntries(all.map(([name, held]) => [name.slice(prefix.length), held]))).toEqual(
          await contents(model),
        );
      }),
      { numRuns: 30 },
    );
  });
}
