import { describe, expect, test } from 'vitest';
import { parse } from './parse.ts';
import { placeInside, placeOf, valueOf, type Scalar, type Table, type Tree } from './tree.ts';

function read(text: string): Table {
  const { tree, faults } = parse('f', text);
  expect(faults).toEqual([]);
  return tree as Table;
}

/** The place of `word` in the value of `key`. */
function wordPlace(text: string, key: string, word: string): string {
  const scalar = valueOf(read(text), key) as Scalar;
  const { line, column } = placeInside(scalar, scalar.text.indexOf(word));
  return `${line}:${column}`;
}

describe('every scalar is a string as it was written', () => {
  test.for([
    '2011',
    '2011-10-28',
    'no',
    'on',
    'true',
    'null',
    '~',
    '0x1F',
    '1e3',
    '.inf',
    '12:30:45',
    '=',
    '<<',
  ])('%s', (word) => {
    expect((valueOf(read(`key: ${word}`), 'key') as Scalar).text).toBe(word);
  });
  test('as a key, too', () =>
    expect(read('on: 1\n2011: 2').pairs.map(({ key }) => key.text)).toEqual(['on', '2011']));
});

describe('the place of a word in a text', () => {
  test('plain', () => expect(wordPlace('a: when emergency', 'a', 'emergency')).toBe('1:9'));
  test('in quotes', () => expect(wordPlace('a: "when emergency"', 'a', 'emergency')).toBe('1:10'));
  test('over two lines', () => expect(wordPlace('a: when\n     emergency', 'a', 'emergency')).toBe('2:6'));
  test('in a folded block', () =>
    expect(wordPlace('a: >-\n  when\n  emergency', 'a', 'emergency')).toBe('3:3'));
  test('in a list in brackets', () => {
    const list = valueOf(read('a: [x, when emergency]'), 'a') as Extract<Tree, { type: 'list' }>;
    expect(placeInside(list.items[1] as Scalar, 5)).toEqual({ file: 'f', line: 1, column: 13 });
  });
  test('behind an escape: the place of the text', () =>
    expect(wordPlace('a: "wh\\x65n emergency"', 'a', 'when')).toBe('1:4'));
  test('after letters outside the basic plane, in UTF-16 units', () =>
    expect(wordPlace('a: 😀 b', 'a', 'b')).toBe('1:7'));
});

describe('keys that JavaScript knows are keys like others', () => {
  test.for(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', (key) => {
    const tree = read(`${key}: { ${key}: 1 }`);
    expect(tree.pairs.map((pair) => pair.key.text)).toEqual([key]);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});

describe('bytes', () => {
  const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
  test('a byte order mark is dropped', () => {
    const { tree } = parse('f', bytes(0xef, 0xbb, 0xbf, 0x61, 0x3a, 0x20, 0x62));
    expect((tree as Table).pairs[0]!.key.text).toBe('a');
  });
  test.for([
    ['a lone continuation byte', [0x61, 0x0a, 0x80], '2:1'],
    ['a sequence that is cut off', [0x61, 0xe3, 0x81], '1:2'],
    ['a surrogate', [0x61, 0x62, 0xed, 0xa0, 0x80], '1:3'],
    ['an overlong form', [0xc0, 0xaf], '1:1'],
  ] as const)('%s is where the text ends', ([, values, place]) => {
    const [fault] = parse('f', bytes(...values)).faults;
    expect(`${fault!.code} ${fault!.place.line}:${fault!.place.column}`).toBe(`not-utf8 ${place}`);
  });
});

test('an empty file is an empty value', () =>
  expect(parse('f', '').tree).toMatchObject({ type: 'scalar', text: '' }));

test('a table that has a key twice keeps the first', () => {
  const { tree, faults } = parse('f', 'a: 1\na: 2');
  expect(faults.map(({ code, place }) => [code, place.line])).toEqual([['duplicate-key', 2]]);
  expect(valueOf(tree as Table, 'a')).toMatchObject({ text: '1' });
  expect((tree as Table).pairs).toHaveLength(1);
});

test('lines may end in CR LF', () => {
  const pair = read('a: 1\r\nb: 2\r\n').pairs[1]!;
  expect(placeOf(pair.value)).toEqual({ file: 'f', line: 2, column: 4 });
});
