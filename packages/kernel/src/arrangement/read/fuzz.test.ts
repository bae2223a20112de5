/** Any bytes at all give faults or an arrangement, never an exception or a hang. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../claim/read-layout.ts';
import { parse } from '../../yaml/parse.ts';
import type { Tree } from '../../yaml/tree.ts';
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
  '\n',
  '  ',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '!t ',
  '|',
  '>-',
  '? ',
  '---',
  '...',
  '%',
  '\t',
  '__proto__',
  'constructor',
  '0',
  'not: ',
  'allOf: ',
  'when ',
  'by ',
  'on ',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\u2028',
  '~',
  '<<',
);

function mutation(sample: string): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat(sample.length),
    cut: fc.nat(12),
    piece: fc.oneof(PIECE, fc.string({ maxLength: 3 })),
  });
  return fc
    .array(edit, { minLength: 1, maxLength: 6 })
    .map((edits) =>
      edits.reduce((text, { at, cut, piece }) => text.slice(0, at) + piece + text.slice(at + cut), sample),
    );
}

describe('reading survives', () => {
  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), survive), { numRuns: 500 });
  });
  test('random YAML', () => {
    fc.assert(
      fc.property(
        fc.array(PIECE, { maxLength: 60 }).map((pieces) => pieces.join('')),
        survive,
      ),
      { numRuns: 500 },
    );
  });
  test('a valid file with random changes', () => {
    fc.assert(fc.property(mutation(SAMPLE), survive), { numRuns: 150 });
  });
  test('valid claims with random changes', () => {
    fc.assert(
      fc.property(mutation(SAMPLE_CLAIMS), (text) => {
        for (const fault of claimFaultsIn(text).slice(0, 20)) expect(describeFault(fault).ko).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });
  test.for(['[', '{', '- ', '? ', '{a: ', '[[', '- - ', '!', '&a ', '"', ': ', '# ', '| ', '\n- '])(
    '%s nested or repeated',
    (piece) => {
      expect(() => survive(piece.repeat(5_000))).not.toThrow();
      expect(() => survive(`powers: { p: { valid: ${piece.repeat(5_000)}`)).not.toThrow();
    },
  );
  test('a formula nested to the limit', () => {
    const nested = (depth: number): string => '{ allOf: ['.repeat(depth) + 'always' + '] }'.repeat(depth);
    const at = (depth: number): string => SAMPLE.replace('is: never', `is: ${nested(depth)}`);
    expect(faultsIn(at(25))).toEqual([]);
    expect(faultsIn(at(40)).map(({ code }) => code)).toEqual(['yaml-too-deep']);
  });
});

/** What a file says, with the keys of its tables in one order. */
function meaning(tree: Tree): unknown {
  if (tree.type === 'scalar') return tree.text;
  if (tree.type === 'list') return tree.items.map(meaning);
  return new Map(
    tree.pairs
      .map(({ key, value }) => [key.text, meaning(value)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

describe('formatting', () => {
  test('says the same, and formatting again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(mutation(SAMPLE), fc.string()), (text) => {
        const once = format(text, 'arrangement', 'f');
        if (!once.ok) return;
        expect(meaning(parse('f', once.value).tree!)).toEqual(meaning(parse('f', text).tree!));
        expect(format(once.value, 'arrangement', 'f')).toEqual(once);
      }),
      { numRuns: 150 },
    );
  });
  test('keeps any text in any style', () => {
    const word = fc.oneof(
      PIECE,
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('true', '2011', 'no', 'word', '핵협의그룹', '核'),
    );
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, fc.boolean(), (one, two, flow) => {
        const [en, ko] = [JSON.stringify(one), JSON.stringify(two)];
        const written = flow
          ? `name: { ko: ${ko}, en: ${en} }`
          : `name: # c\n  # about ko\n  ko: ${ko} # after\n\n  en: ${en}\n`;
        const before = parse('f', written);
        if (before.faults.length > 0) return;
        const once = format(written, 'arrangement', 'f');
        if (!once.ok) throw new RangeError(written);
        expect(meaning(parse('f', once.value).tree!)).toEqual(meaning(before.tree!));
        expect(format(once.value, 'arrangement', 'f')).toEqual(once);
        if (!flow)
          for (const comment of ['# c', '# about ko', '# after']) expect(once.value).toContain(comment);
      }),
      { numRuns: 150 },
    );
  });
});
