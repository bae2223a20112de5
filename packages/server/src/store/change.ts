/** What every store does alike with a change: judges its form, then settles it against what is there. */
import type { Change, Commit, Name, Version } from './store.ts';

const NAME = /^[\x21-\x7e]{1,512}$/;

/** Throws where a change is a defect of its caller. */
export function checkChange({ appends = [], puts = [] }: Change): void {
  checkNames(appends.map(({ stream }) => stream));
  checkNames(puts.map(({ cell }) => cell));
  for (const { at } of appends) {
    if (at !== 'end' && !(Number.isSafeInteger(at) && at >= 0)) throw new RangeError(`no place: ${at}`);
  }
}

function checkNames(names: readonly Name[]): void {
  for (const name of names) checkName(name);
  if (new Set(names).size < names.length) throw new TypeError('a stream or cell is named twice in a change');
}

export function checkName(name: Name): void {
  if (!NAME.test(name)) {
    throw new TypeError(`no name of a stream or cell: ${JSON.stringify(name.slice(0, 80))}`);
  }
}

/** What is there of the streams and cells that some changes name: a stream without a length is empty, a cell without a version absent. */
export interface Held {
  readonly lengths: ReadonlyMap<Name, number>;
  readonly versions: ReadonlyMap<Name, Version>;
  /** A version that was never given before. */
  readonly next: () => Version;
}

/** What some changes, done one after another, write in all. */
export interface Written {
  /** The answer to each change, in their order. */
  readonly outcomes: readonly Commit[];
  /** The streams that grow: where the new rows begin, and those. */
  readonly grown: ReadonlyMap<Name, { readonly from: number; readonly rows: readonly Uint8Array[] }>;
  /** What the cells are afterwards. */
  readonly cells: ReadonlyMap<Name, { readonly version: Version; readonly value: Uint8Array | null }>;
}

/** Settles changes in their order, each against what those before it left. A conflict leaves everything as it was. */
export function settle(changes: readonly Change[], held: Held): Written {
  const lengths = new Map(held.lengths);
  const versions = new Map(held.versions);
  const grown = new Map<Name, { from: number; rows: Uint8Array[] }>();
  const cells = new Map<Name, { version: Version; value: Uint8Array | null }>();

  const one = ({ appends = [], puts = [] }: Change): Commit => {
    const length = (stream: Name): number => lengths.get(stream) ?? 0;
    const long = appends.find(({ stream, at }) => at !== 'end' && at !== length(stream));
    if (long) return { ok: false, conflict: long.stream };
    const stale = puts.find(({ cell, over }) => (versions.get(cell) ?? 'absent') !== over);
    if (stale) return { ok: false, conflict: stale.cell };

    const starts = appends.map(({ stream, rows }) => {
      const from = length(stream);
      if (rows.length === 0) return from;
      const growing = grown.get(stream) ?? { from, rows: [] };
      for (const row of rows) growing.rows.push(row);
      grown.set(stream, growing);
      lengths.set(stream, from + rows.length);
      return from;
    });
    const given = puts.map(({ cell, value }) => {
      const version = held.next();
      cells.set(cell, { version, value });
      if (value === null) versions.delete(cell);
      else versions.set(cell, version);
      return version;
    });
    return { ok: true, starts, versions: given };
  };

  return { outcomes: changes.map(one), grown, cells };
}

/** The names of all streams and of all cells in some changes, each once, in the order of their bytes. */
export function namesIn(changes: readonly Change[]): { readonly streams: Name[]; readonly cells: Name[] } {
  const sorted = (names: readonly Name[]): Name[] => [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1));
  return {
    streams: sorted(changes.flatMap(({ appends = [] }) => appends.map(({ stream }) => stream))),
    cells: sorted(changes.flatMap(({ puts = [] }) => puts.map(({ cell }) => cell))),
  };
}
