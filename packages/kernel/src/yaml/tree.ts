/** A YAML file as a tree of strings: nothing in it is a number, a date or a truth value until a reader expects one. */
import type { Place } from '../arrangement/fault.ts';

/** A text file that can tell the line and column of an offset. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
  readonly place: (offset: number) => Place;
}

interface Node {
  readonly file: TextFile;
  /** Where the node starts, counted in UTF-16 code units from the start of the file. */
  readonly offset: number;
}

export interface Scalar extends Node {
  readonly type: 'scalar';
  readonly text: string;
  /** Neither quoted nor a block: only a plain scalar may stand for a number or a truth value. */
  readonly plain: boolean;
  /** The offset after its last character. */
  readonly end: number;
}

export interface List extends Node {
  readonly type: 'list';
  readonly items: readonly Tree[];
}

export interface Table extends Node {
  readonly type: 'table';
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: Scalar;
  readonly value: Tree;
}

export type Tree = Scalar | List | Table;

/** Makes a text file; lines are found when a place is first asked for. */
export function textFile(name: string, text: string): TextFile {
  let starts: number[] | undefined;
  return {
    name,
    text,
    place: (offset) => {
      starts ??= lineStarts(text);
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle;
      }
      return { file: name, line: low + 1, column: offset - starts[low]! + 1 };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

export function placeOf(node: Node): Place {
  return node.file.place(node.offset);
}

const WORD = /[^\s'"]+/g;

/**
 * The place of the word that starts at `index` of a scalar's text. Quotes, folding and block styles move words but keep
 * their order, so it is found by counting words; where an escape hides it, the scalar's own place is given.
 */
export function placeInside(scalar: Scalar, index: number): Place {
  const before = [...scalar.text.slice(0, index).matchAll(WORD)].length;
  const source = scalar.file.text.slice(scalar.offset, scalar.end);
  const header = /^[|>][^\n]*/.exec(source)?.[0].length ?? 0;
  const word = [...source.slice(header).matchAll(WORD)][before];
  const same = word && scalar.text.startsWith(word[0], index);
  return scalar.file.place(same ? scalar.offset + header + word.index : scalar.offset);
}

/** The value of a key, by the first pair that has it. */
export function valueOf(table: Table, key: string): Tree | undefined {
  return table.pairs.find((pair) => pair.key.text === key)?.value;
}
