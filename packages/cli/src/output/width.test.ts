import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balance, cut, pad, width, wrap } from './width.ts';

describe('width', () => {
  test.each([
    ['NCG', 3],
    ['核協議グループ', 14],
    ['핵협의그룹', 10],
    ['\u001b[31mred\u001b[39m', 3],
    ['é', 1],
    ['ＮＣＧ', 6],
    ['', 0],
  ])('%s takes %i columns', (text, columns) => {
    expect(width(text)).toBe(columns);
  });

  test('padding reaches the width asked for', () => {
    expect(pad('核', 4)).toBe('核  ');
    expect(pad('abcdef', 4)).toBe('abcdef');
  });

  test('cutting leaves what fits and says that something is missing', () => {
    expect(cut('核協議グループ', 7)).toBe('核協議…');
    expect(cut('short', 7)).toBe('short');
  });
});

describe('wrap', () => {
  test('breaks English between words and Japanese between letters', () => {
    expect(wrap('to be informed is the least', 12)).toEqual(['to be', 'informed is', 'the least']);
    expect(wrap('核協議グループの会合', 8)).toEqual(['核協議グ', 'ループの', '会合']);
  });

  test('no line begins with a closing mark', () => {
    expect(wrap('設置に合意。同意', 10)).toEqual(['設置に合', '意。同意']);
  });

  test('a bracket may begin a line, and a word longer than a line is cut', () => {
    expect(wrap('한국항공우주작전본부(KAOC)', 20)).toEqual(['한국항공우주작전본부', '(KAOC)']);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  test('balanced lines are as few, and even', () => {
    expect(balance('韓国合同参謀本部議長', 18)).toEqual(['韓国合同参', '謀本部議長']);
  });

  test('loses no letter and keeps to the width', () => {
    const words = fc.array(fc.constantFrom('a', 'alliances(of)', '動', '핵', '。', 'x,'), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 6, max: 30 }), (list, columns) => {
        const text = list.join(' ');
        const lines = wrap(text, columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
