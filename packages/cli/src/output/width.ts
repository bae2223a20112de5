/** How many columns a text takes in a terminal, and fitting texts to columns. */
import { stripVTControlCharacters } from 'node:util';

/**
 * Characters that take two columns: East Asian Width `W` and `F` of Unicode Standard Annex 11, as far as scripts of
 * people and pictographs go.
 */
const WIDE =
  /^[\u{1100}-\u{115f}\u{2e80}-\u{303e}\u{3041}-\u{33ff}\u{3400}-\u{4dbf}\u{4e00}-\u{a4cf}\u{a960}-\u{a97c}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const NARROW_ONLY = /^[\u{20}-\u{7e}]*$/u;
/** Marks that may not begin a line. */
const NOT_FIRST = /^[、。，．・：；？！)\]}）」』】〉》”’ー,.:;?!]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function letters(text: string): string[] {
  return [...graphemes.segment(text)].map((each) => each.segment);
}

function columnsOf(letter: string): number {
  return WIDE.test(letter) ? 2 : 1;
}

/** The columns that a text takes; colour codes take none. */
export function width(text: string): number {
  const bare = stripVTControlCharacters(text);
  if (NARROW_ONLY.test(bare)) return bare.length;
  return letters(bare).reduce((sum, letter) => sum + columnsOf(letter), 0);
}

/** The text with spaces after it up to so many columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** The text, shortened with an ellipsis where it takes more columns. */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let taken = '';
  let used = 0;
  for (const letter of letters(text)) {
    used += columnsOf(letter);
    if (used > columns - 1) break;
    taken += letter;
  }
  return `${taken.trimEnd()}…`;
}

/** Words with the space after them and brackets; of Chinese and Japanese single letters, each with what may not begin a line. */
function words(text: string): string[] {
  const result: string[] = [];
  let open = '';
  for (const letter of letters(text)) {
    const wide = WIDE.test(letter) && !/\p{Script=Hangul}/u.test(letter);
    if (NOT_FIRST.test(letter) && open === '' && result.length > 0) {
      result[result.length - 1] += letter;
    } else if (wide) {
      if (open !== '') result.push(open);
      open = '';
      result.push(letter);
    } else if (letter === '(' && open !== '') {
      result.push(open);
      open = letter;
    } else {
      open += letter;
      if (letter === ' ') {
        result.push(open);
        open = '';
      }
    }
  }
  return open === '' ? result : [...result, open];
}

/** The words, those that no line could hold cut to its length. */
function pieces(text: string, columns: number): string[] {
  return words(text).flatMap((word) => {
    if (width(word.trimEnd()) <= columns) return [word];
    const cuts: string[] = [''];
    for (const letter of letters(word)) {
      if (width(cuts.at(-1)! + letter) > columns) cuts.push('');
      cuts[cuts.length - 1] += letter;
    }
    return cuts;
  });
}

/** The text in lines of at most so many columns. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const piece of pieces(paragraph, columns)) {
      if (used > 0 && used + width(piece.trimEnd()) > columns) {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
      }
      line += piece;
      used += width(piece);
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** As `wrap` in as few lines, but all lines as even as words allow. */
export function balance(text: string, columns: number): string[] {
  const count = wrap(text, columns).length;
  let narrow = columns;
  while (narrow > 2 && wrap(text, narrow - 1).length === count) narrow -= 1;
  return wrap(text, narrow);
}
