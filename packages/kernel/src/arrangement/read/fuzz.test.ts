/** Any bytes at all give faults or an arrangement, never an exception or a hang. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../claim/read-layout.ts';
import { describeFault } from '../describe.ts';
import { readArrangement } from './arrangement.ts';
import { claimFaultsIn, faultsIn, SAMPLE, SAMPLE_CLAIMS } from './testing/broken.ts';

/** Reads as both kinds of file, describes what is wrong, and formats: all of it has to return. */
function survive(content: Uint8Array | string): void {
  const result = readArrangement('f', (path) => (path === 'f' ? content : undefined));
  if (result.ok) return;
  expect(result.faults.length).toBeGreaterThan(0);
  for (const fault of result.faults.slice(0, 20)) {
    expect(describeFault(fault).en).not.toBe('');
    expect(fault.place.line).toBeGreaterThan(0);
    expect(fault.place.column).toBeGreaterThan(0);
  }
}

/** Pieces that mean something to YAML or to the language. */
const PIECE = fc.constantFrom(
  ...['\n', '  ', '- ', ': ', '{', '}', '[', ']', ',', '"', "'", '#', '&a ', '*a', '!t ', '|', '>-', '? ', '---', '...', '%', '\t'],
  ...['__proto__', 'constructor', '0', 'not: ', 'allOf: ', 'when ', 'by ', 'on ', '\u0000', '\uFEFF', '\uD800', '\u2028', '~', '<<'],
);

function mutation(sample: string): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(sample.length), cut: fc.nat(12), piece: fc.oneof(PIECE, fc.string({ maxLength: 3 })) });
  return fc.array(edit, { minLength: 1, maxLength: 6 }).map((edits) =>
    edits.reduce((text, { at, cut, piece }) => text.slice(0, at) + piece + text.slice(at + cut), sample),
  );
}

describe('reading survives', () => {
  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), survive), { numRuns: 500 });
  });
  test('random YAML', () => {
    fc.assert(fc.property(fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join('')), survive), { numRuns: 1000 });
  });
  test('a valid file with random changes', () => {
    fc.assert(fc.property(mutation(SAMPLE), survive), { numRuns: 300 });
  });
  test('valid claims with random changes', () => {
    fc.assert(
      fc.property(mutation(SAMPLE_CLAIMS), (text) => {
        for (const fault of claimFaultsIn(text).slice(0, 20)) expect(describeFault(fault).ko).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });
  test.for(['[', '{', '- ', '? ', '{a: ', '[[', '- - ', '!', '&a ', '"', ': ', '# ', '| ', '\n- '])('%s nested or repeated', (piece) => {
    survive(piece.repeat(20_000));
    survive(`powers: { p: { valid: ${piece.repeat(20_000)}`);
  });
  test('a formula nested to the limit', () => {
    const nested = (depth: number): string => '{ allOf: ['.repeat(depth) + 'always' + '] }'.repeat(depth);
    const at = (depth: number): string => SAMPLE.replace('is: never', `is: ${nested(depth)}`);
    expect(faultsIn(at(25))).toEqual([]);
    expect(faultsIn(at(40)).map(({ code }) => code)).toEqual(['yaml-too-deep']);
  });
});

describe('formatting', () => {
  test('survives what reading survives', () => {
    fc.assert(
      fc.property(fc.oneof(mutation(SAMPLE), fc.string()), (text) => {
        const once = format(text, 'arrangement', 'f');
        if (once.ok) expect(format(once.value, 'arrangement', 'f')).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });
});
