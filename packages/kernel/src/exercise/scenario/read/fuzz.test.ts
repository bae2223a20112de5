/** Whatever a file says, it is read or its faults are told, each at a place that it has; what is read can be looked over. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { examine } from '../examine/examine.ts';
import { HOME, readText, SCENARIO } from '../testing/sample.ts';

/** Pieces of the sample's own language, so that much of what comes out is nearly right. */
const MORE = 'holds not atLeast of for PT1H 2 refused convened improperly';
const PIECES = [
  ...new Set([...(SCENARIO.match(/[\p{L}\p{N}+:'/-]+|[{}[\],]|\n */gu) ?? []), ...MORE.split(' ')]),
];

/** The sample with a stretch of it taken out and other words in its place. */
const slips = fc
  .array(
    fc.record({
      at: fc.nat({ max: SCENARIO.length }),
      length: fc.nat({ max: 40 }),
      words: fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((edits) =>
    edits.reduce(
      (text, { at, length, words }) => text.slice(0, at) + words.join(' ') + text.slice(at + length),
      SCENARIO,
    ),
  );

test('a scenario that has been mangled', () => {
  fc.assert(
    fc.property(slips, (text) => {
      const read = readText(text);
      if (read.ok) return void examine(read.value, HOME);
      expect(read.faults).not.toEqual([]);
      const lines = text.split('\n');
      for (const { place } of read.faults) {
        expect(place.line).toBeLessThanOrEqual(lines.length);
        expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 1);
      }
    }),
    { numRuns: 100 },
  );
});
