/**
 * Text to tree, by the package `yaml`. Only the plain part of YAML is let in: no anchors, aliases, tags, directives or second
 * documents, which would let a file say what its reader does not see.
 */
import { Composer, isMap, isScalar, isSeq, Parser } from 'yaml';
import type { CST, Document, Node, Scalar as YamlScalar } from 'yaml';
import type { Fault, FaultCode, Result } from '../arrangement/fault.ts';
import { textFile, type Pair, type Scalar, type TextFile, type Tree } from './tree.ts';
import { decodeUtf8 } from './utf8.ts';

/** The largest file that is read, in bytes (or, for text that is already decoded, in UTF-16 code units). */
export const MAX_SIZE = 1024 * 1024;
/** The deepest nesting of lists and tables; real files stay below 16. */
export const MAX_DEPTH = 64;

type Failure = Extract<Result<never>, { ok: false }>;

/** A tree as far as there is one; a table that has a key twice is read with the first, though that is a fault. */
export interface Read {
  readonly tree?: Tree;
  readonly faults: readonly Fault[];
}

/** Decodes and parses one file. */
export function parse(name: string, content: Uint8Array | string): Read {
  if (content.length > MAX_SIZE) return tooLarge(name);
  const decoded = typeof content === 'string' ? ({ ok: true, text: content } as const) : decodeUtf8(content);
  if (!decoded.ok) return fail(textFile(name, decoded.before), 'not-utf8', decoded.before.length, {});
  const parsed = parseDocument(decoded.text, textFile(name, decoded.text));
  if (!parsed.ok) return parsed;
  return treeOf(parsed.value);
}

export function treeOf({ document, file }: Parsed): Read & { readonly tree: Tree } {
  const faults: Fault[] = [];
  return { tree: toTree(document.contents, file, document.range[0], faults), faults };
}

export function tooLarge(name: string): Failure {
  return fail(textFile(name, ''), 'file-too-large', 0, { limit: MAX_SIZE });
}

export interface Parsed {
  readonly document: Document.Parsed;
  readonly file: TextFile;
}

/** Parses to a document of the package `yaml`, which keeps comments. */
export function parseDocument(text: string, file: TextFile): Result<Parsed> {
  const tokens = [...new Parser().parse(text)];
  const refused = refuse(tokens, file);
  if (refused.length > 0) return { ok: false, faults: refused };
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, stringKeys: true, merge: false });
  const [document] = composer.compose(tokens, true, text.length);
  // Only the first: where the structure is lost, what follows would be reported as wrong line by line.
  const [problem] = [...document!.errors, ...document!.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (problem) return fail(file, 'yaml-syntax', problem.pos[0], { problem: problem.code });
  return { ok: true, value: { document: document!, file } };
}

/** What is not let in, and nesting past the limit: walked without recursion, since the depth is not yet known. */
function refuse(tokens: readonly CST.Token[], file: TextFile): Fault[] {
  const faults: Fault[] = [];
  const feature = (name: string, offset: number): void => {
    faults.push(fault(file, 'yaml-feature', offset, { feature: name }));
  };
  const documents = tokens.filter((token) => token.type === 'document');
  if (documents[1]) feature('documents', documents[1].offset);
  const stack = tokens.map((token) => ({ token, depth: 0 })).toReversed();
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { token, depth } = top;
    if (depth > MAX_DEPTH) return [fault(file, 'yaml-too-deep', token.offset, { limit: MAX_DEPTH })];
    if (token.type === 'directive') feature('directive', token.offset);
    if (token.type === 'alias') feature('alias', token.offset);
    if (token.type === 'anchor') feature('anchor', token.offset);
    if (token.type === 'tag') feature('tag', token.offset);
    const below = depth + ('items' in token ? 1 : 0);
    const push = (inner: CST.Token | null | undefined): void => {
      if (inner) stack.push({ token: inner, depth: below });
    };
    if (token.type === 'document') [...token.start, token.value].forEach(push);
    if (token.type === 'block-scalar') token.props.forEach(push);
    if (!('items' in token)) continue;
    for (const { start, key, sep, value } of token.items) {
      start.forEach(push);
      push(key);
      sep?.forEach(push);
      push(value);
    }
  }
  return faults;
}

function toTree(node: Node | null, file: TextFile, offset: number, faults: Fault[]): Tree {
  const start = node?.range?.[0] ?? offset;
  if (isMap<YamlScalar<string>, Node | null>(node)) {
    const seen = new Set<string>();
    const pairs: Pair[] = [];
    for (const item of node.items) {
      const key = toScalar(item.key, file);
      const value = toTree(item.value, file, key.end, faults);
      if (seen.has(key.text)) faults.push(fault(file, 'duplicate-key', key.offset, { key: key.text }));
      else pairs.push({ key, value });
      seen.add(key.text);
    }
    return { type: 'table', file, offset: start, pairs };
  }
  if (isSeq<Node | null>(node)) {
    return {
      type: 'list',
      file,
      offset: start,
      items: node.items.map((item) => toTree(item, file, start, faults)),
    };
  }
  if (isScalar<string>(node)) return toScalar(node, file);
  return { type: 'scalar', file, offset: start, text: '', plain: true, end: start };
}

function toScalar(node: YamlScalar<string>, file: TextFile): Scalar {
  const [offset, end] = node.range ?? [0, 0];
  return { type: 'scalar', file, offset, text: node.value, plain: node.type === 'PLAIN', end };
}

function fault(
  file: TextFile,
  code: FaultCode,
  offset: number,
  params: Readonly<Record<string, string | number>>,
): Fault {
  return { code, place: file.place(offset), params };
}

function fail(
  file: TextFile,
  code: FaultCode,
  offset: number,
  params: Readonly<Record<string, string | number>>,
): Failure {
  return { ok: false, faults: [fault(file, code, offset, params)] };
}
