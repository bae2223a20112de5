/**
 * The canonical form of a file: keys in the order of its shape, two spaces of indentation, no needless quotes, lines folded at the
 * width. Comments, blank lines, the order of entries, and what its author put in brackets, where it fits on a line, stay.
 */
import {
  isMap,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { z } from 'zod';
import type { Fault, Result } from '../arrangement/fault.ts';
import { MAX_SIZE, parseDocument, tooLarge, treeOf } from './parse.ts';
import { bindingOf } from './shape.ts';
import { placeOf, textFile, type Tree } from './tree.ts';

/** The width at which lines are folded. */
export const WIDTH = 110;

type Shape = z.core.$ZodType;
type Item = Pair<Scalar<string>, Node | null>;

/** Puts a file of this shape into canonical form. A fault is only what is not YAML, is no table, or has a key without a value. */
export function formatAs(shape: Shape, text: string, file: string): Result<string> {
  if (text.length > MAX_SIZE) return tooLarge(file);
  const parsed = parseDocument(text, textFile(file, text));
  if (!parsed.ok) return parsed;
  const { tree, faults } = treeOf(parsed.value);
  const hollow = [...within(tree)].filter(isHollow);
  const broken = tree.type === 'table' ? hollow : [tree];
  if (broken.length + faults.length > 0) {
    const expected = tree.type === 'table' ? 'string' : 'table';
    const found = broken.map((node): Fault => ({
      code: 'wrong-type',
      place: placeOf(node),
      params: { expected, found: isHollow(node) ? 'nothing' : node.type },
    }));
    return { ok: false, faults: [...faults, ...found] };
  }
  const { document } = parsed.value;
  // What stands above the first key of a file is about the file.
  arrange(document.contents, shape, { indent: -2, column: 0, heading: Infinity, text });
  return { ok: true, value: show(document) };
}

function isHollow(node: Tree): boolean {
  return node.type === 'scalar' && node.plain && node.text === '';
}

function* within(node: Tree): Generator<Tree> {
  yield node;
  if (node.type === 'list') for (const item of node.items) yield* within(item);
  if (node.type === 'table') for (const { key, value } of node.pairs) yield* [key, ...within(value)];
}

function show(document: Document.Parsed): string {
  document.directives.docStart = null;
  const shown = document.toString({
    lineWidth: WIDTH,
    singleQuote: true,
    // Line breaks in double quotes stay escapes: the package's folding of raw ones can change the text.
    doubleQuotedMinMultiLineLength: Infinity,
  });
  return shown.endsWith('\n') ? shown : `${shown}\n`;
}

/** Where a node is to be written, and what is known of it there. */
interface Spot {
  /** How far the line of its key, or of its list's dash, is indented. */
  readonly indent: number;
  /** Where it would begin if it were written on that line. */
  readonly column: number;
  /** How many lines of the comment above its first pair are about the whole of it. */
  readonly heading: number;
  readonly text: string;
}

/** Orders and styles a node in place. */
function arrange(node: Node | null, shape: Shape | undefined, spot: Spot): void {
  const { column, text } = spot;
  const indent = spot.indent + 2;
  if (isScalar(node)) restyle(node);
  if (isSeq<Node | null>(node)) {
    node.flow = node.flow === true && fits(node, column);
    pad(node, '');
    const each = shape && bindingOf(shape).each?.();
    for (const item of node.items)
      arrange(item, each ?? shape, { indent, column: indent + 2, heading: 0, text });
  }
  if (isMap<Scalar<string>, Node | null>(node)) {
    node.flow = node.flow === true && fits(node, column);
    pad(node, ' ');
    order(node, Object.keys((shape && bindingOf(shape).fields?.()) ?? {}), spot.heading);
    for (const { key, value } of node.items) {
      restyle(key);
      arrange(value, inner(shape, key.value), {
        indent,
        column: indent + key.value.length + 2,
        heading: isCommented(key, text),
        text,
      });
    }
  }
}

/** Writes what stands within brackets with this padding: `[a, b]` close to them, `{ a: b }` apart. The package knows one for both. */
function pad(
  node: YAMLMap<Scalar<string>, Node | null> | YAMLSeq<Node | null>,
  flowCollectionPadding: string,
): void {
  const write = node.toString.bind(node);
  node.toString = (context, ...rest) => write(context && { ...context, flowCollectionPadding }, ...rest);
}

/** 1 if there is a comment beside a key, else 0. */
function isCommented(key: Scalar, text: string): 0 | 1 {
  const [, end] = key.range ?? [0, 0];
  return /^\s*:[ \t]+#/.test(text.slice(end, text.indexOf('\n', end))) ? 1 : 0;
}

function inner(shape: Shape | undefined, key: string): Shape | undefined {
  if (!shape) return undefined;
  const { fields, each } = bindingOf(shape);
  const known = fields?.() ?? {};
  return Object.hasOwn(known, key) ? known[key] : each?.();
}

/** Sorts pairs by the keys of the shape; keys that it does not have follow in their own order. */
function order(map: YAMLMap<Scalar<string>, Node | null>, keys: readonly string[], heading: number): void {
  const [first] = map.items;
  if (!first) return;
  if (map.commentBefore) {
    // The package hangs on the table what stands above its first pair, though that is about the pair and moves with it.
    const lines = map.commentBefore.split('\n');
    map.commentBefore = lines.slice(0, heading).join('\n');
    const above = [...lines.slice(heading), ...(first.key.commentBefore?.split('\n') ?? [])];
    first.key.commentBefore = above.join('\n');
  }
  const rank = ({ key }: Item): number => (keys.includes(key.value) ? keys.indexOf(key.value) : keys.length);
  map.items.sort((a, b) => rank(a) - rank(b));
  // A blank line parts pairs; above the first there is nothing to part it from.
  map.items[0]!.key.spaceBefore = false;
}

/** Whether a collection fits on the line, in brackets; one with a comment in it does not. */
function fits(node: Node, column: number): boolean {
  const length = lengthOf(node);
  return length !== undefined && column + length <= WIDTH;
}

function lengthOf(node: Node | null): number | undefined {
  if (node === null) return 0;
  if (node.comment || node.commentBefore) return undefined;
  if (isScalar<string>(node)) {
    const quotes = AMBIGUOUS.test(node.value) || /[:#'",[\]{}]/.test(node.value) ? 2 : 0;
    return node.value.includes('\n') ? undefined : node.value.length + quotes;
  }
  const parts = isMap<Node, Node | null>(node)
    ? node.items.flatMap(({ key, value }) => [lengthOf(key), lengthOf(value)])
    : isSeq<Node | null>(node)
      ? node.items.map(lengthOf)
      : [];
  if (parts.includes(undefined)) return undefined;
  const brackets = isMap(node) ? 4 : 2;
  const between = 2 * Math.max(0, (isMap(node) ? parts.length / 2 : parts.length) - 1);
  const colons = isMap(node) ? parts.length : 0;
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), brackets + between + colons);
}

/** What a reader of YAML would take for a number, a truth value or nothing if it stood without quotes. */
const AMBIGUOUS = /^(?:[-+.\d].*|true|false|null|~|yes|no|on|off)?$/i;

/** Drops quotes and block styles that are not needed; the package puts them back where the text requires them. */
function restyle(scalar: Scalar): void {
  const text = String(scalar.value);
  if (scalar.type === 'PLAIN' || text.includes('\n')) return;
  scalar.type = AMBIGUOUS.test(text) ? 'QUOTE_SINGLE' : 'PLAIN';
}
