/** The files of a folder: the root and what it includes. */
import { parse } from '../../yaml/parse.ts';
import { list, readAs, string, wrongType, type Context, type Report } from '../../yaml/shape.ts';
import { placeOf, valueOf, type Scalar, type Table } from '../../yaml/tree.ts';
import type { Fault, Result } from '../fault.ts';

/** A pure look-up of file contents by path, which the shell fills; `undefined`: there is no such file. */
export type Files = (path: string) => Uint8Array | string | undefined;

export interface Loaded {
  /** The root, if it could be parsed; it is the last of `files`. */
  readonly root: Table | undefined;
  /** What a file includes stands before it, as if it were written there. */
  readonly files: readonly Table[];
  readonly faults: readonly Fault[];
  /** Whether every file was there and could be parsed. */
  readonly complete: boolean;
}

/** All faults of a folder. Where a file could not be parsed, names may stand in it: that they are unknown is not said. */
export function allFaults(loaded: Loaded, faults: readonly Fault[]): Fault[] {
  const known = faults.filter(({ code }) => loaded.complete || !NAMED.test(code));
  return [...loaded.faults, ...known];
}

const NAMED = /^unknown-(?!key|act-kind)/;

/** Collects faults. */
export function collector(): { readonly faults: Fault[]; readonly report: Report } {
  const faults: Fault[] = [];
  const report: Report = (code, place, params = {}, nearest) => {
    faults.push({ code, place, params, ...(nearest === undefined ? {} : { nearest }) });
  };
  return { faults, report };
}

/** The faults in the order of files as they were loaded, then by line and column; nothing is said twice. */
export function sorted(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()].toSorted(
    (a, b) =>
      (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}

export function result<T>(value: T | undefined, faults: readonly Fault[]): Result<T> {
  return value === undefined || faults.length > 0
    ? { ok: false, faults: sorted(faults) }
    : { ok: true, value };
}

/** Loads a file and all that it includes, each file once. */
export function load(root: string, files: Files): Loaded {
  const { faults, report } = collector();
  const context: Context = { report };
  const loaded = new Map<string, Table>();
  const seen = new Set<string>();
  let complete = true;
  const visit = (path: string, from: Scalar | undefined, open: readonly string[]): void => {
    const place = from ? placeOf(from) : { file: root, line: 1, column: 1 };
    if (open.includes(path)) {
      report('include-cycle', place, { files: [...open.slice(open.indexOf(path)), path].join(' → ') });
      return;
    }
    if (seen.has(path)) {
      report('repeated-item', place, { name: path });
      return;
    }
    seen.add(path);
    const content = files(path);
    if (content === undefined) {
      complete = false;
      report('file-missing', place, { path });
      return;
    }
    const parsed = parse(path, content);
    for (const fault of parsed.faults) faults.push(fault);
    if (parsed.tree?.type !== 'table') {
      complete = false;
      if (parsed.tree) wrongType(parsed.tree, 'table', context);
      return;
    }
    for (const included of includes(parsed.tree, context)) {
      const target = beside(path, included.text);
      if (target === undefined) report('bad-path', placeOf(included), { path: included.text });
      else visit(target, included, [...open, path]);
    }
    loaded.set(path, parsed.tree);
  };
  visit(root, undefined, []);
  return { root: loaded.get(root), files: [...loaded.values()], faults, complete };
}

function includes(table: Table, context: Context): Scalar[] {
  const node = valueOf(table, 'include');
  if (!node || !readAs(list(string), node, context) || node.type !== 'list') return [];
  return node.items as Scalar[];
}

/** The path of a file as another names it; `undefined` when it would lead out of that one's folder. */
export function beside(from: string, path: string): string | undefined {
  const steps = path.split('/');
  const leaves = /[\\:\0]/.test(path) || steps.some((step) => step === '' || step === '.' || step === '..');
  return leaves ? undefined : from.slice(0, from.lastIndexOf('/') + 1) + path;
}
