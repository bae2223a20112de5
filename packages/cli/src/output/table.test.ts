import { describe, expect, test } from 'vitest';
import { table } from './table.ts';

describe('table', () => {
  test('columns align though letters differ in width', () => {
    expect(
      table([
        ['W1', '合意', 'x'],
        ['W32', 'control', 'y'],
      ]),
    ).toEqual(['W1   合意     x', 'W32  control  y']);
  });

  test('the last column is shortened to the screen', () => {
    expect(table([['W1', 'a sentence that is too long for it']], { columns: 28 })).toEqual([
      'W1  a sentence that is too…',
    ]);
  });

  test('without a screen nothing is shortened', () => {
    const long = 'x'.repeat(500);
    expect(table([['a', long]])).toEqual([`a  ${long}`]);
  });
});
