import * as fc from 'fast-check';
import { Document } from 'yaml';
import { expect, test } from 'vitest';
import { WIDTH } from '../yaml/format.ts';
import { emit } from './emit.ts';
import { readPlain, type Plain, type PlainTable } from './plain.ts';

const piece = fc.constantFrom(
  'a',
  'word',
  ' ',
  '\n',
  ': ',
  ' #',
  '-',
  "'",
  '"',
  '한글',
  '状況',
  '😀',
  '.',
  ',',
  '1',
  '{',
  '[',
  '&',
  '!',
  '?',
  '%',
  '~',
  '`',
  '@',
  '|',
  '>',
  '\t',
  '\u0085',
  '\u2028',
  '---',
  '...',
  'true',
  '=',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((list) => list.join('')),
  fc.lorem({ maxCount: 40 }),
  fc.string(),
);
const key = text.filter(
  (each) => each !== '' && each !== '__proto__' && !each.includes('\n') && each.length < 60,
);
const plain = fc.letrec<{ table: PlainTable; value: Plain }>((tie) => ({
  table: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  value: fc.oneof({ maxDepth: 3 }, text, fc.array(text, { minLength: 1, maxLength: 3 }), tie('table')),
}));

test('is what the package itself writes, letter for letter', () => {
  fc.assert(
    fc.property(plain.table, (data) => {
      fc.pre(Object.keys(data).length > 0);
      const document = new Document(data, { schema: 'failsafe', aliasDuplicateObjects: false });
      expect(emit(data)).toBe(
        document.toString({ lineWidth: WIDTH, singleQuote: true, doubleQuotedMinMultiLineLength: Infinity }),
      );
    }),
    { numRuns: 300 },
  );
});

test('is read as the data that it was', () => {
  fc.assert(
    fc.property(plain.table, (data) => {
      fc.pre(Object.keys(data).length > 0);
      expect(readPlain(emit(data))).toEqual(data);
    }),
    { numRuns: 200 },
  );
});
