/** Arrangements: those that a case can be opened under, read from a folder, and those that cases run under, frozen in the store. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { readArrangement, record, type Arrangement, type Fault, type Files } from '@foedus/kernel';
import type { Store } from '../store/store.ts';
import { decode, encode, hashOf } from './bytes.ts';

const ROOT_FILE = 'arrangement.yaml';
const CLAIMS_FILE = 'claims.yaml';
/** How deep folders are searched: `examples/unsc` is two below `arrangements`. */
const DEPTH = 3;

/** Contents by path, from the arrangement's own folder. */
export type Sources = Readonly<Record<string, string>>;

export interface Shelved {
  readonly arrangement: Arrangement;
  /** Of the files that make the arrangement, and of nothing else that lies beside them. */
  readonly hash: string;
  readonly sources: Sources;
  /** All that lies in the folder: claims, too. */
  readonly files: Sources;
  /** The file of claims, where there is one. */
  readonly claims: string | undefined;
}

export interface Shelf {
  readonly arrangements: ReadonlyMap<string, Shelved>;
  /** Folders whose arrangement has faults; nothing can be opened under it. */
  readonly faulty: readonly { readonly folder: string; readonly faults: readonly Fault[] }[];
}

/** Reads every arrangement in a folder and below. */
export function readShelf(folder: string): Shelf {
  const arrangements = new Map<string, Shelved>();
  const faulty: Shelf['faulty'][number][] = [];
  for (const each of foldersIn(folder, DEPTH)) {
    const files = filesIn(each);
    const used: Record<string, string> = {};
    const read = readArrangement(ROOT_FILE, (path) => {
      const content = files[path];
      if (content !== undefined) used[path] = content;
      return content;
    });
    if (!read.ok) {
      faulty.push({ folder: relative(folder, each), faults: read.faults });
      continue;
    }
    const claims = CLAIMS_FILE in files ? CLAIMS_FILE : undefined;
    arrangements.set(read.value.id, {
      arrangement: read.value,
      hash: hashOfSources(used),
      sources: used,
      files,
      claims,
    });
  }
  return { arrangements, faulty };
}

function foldersIn(folder: string, depth: number): string[] {
  const here = existsSync(join(folder, ROOT_FILE)) ? [folder] : [];
  if (depth === 0) return here;
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !each.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .toSorted();
  return [...here, ...below.flatMap((each) => foldersIn(each, depth - 1))];
}

/** The YAML files of a folder and below, without folders that are arrangements themselves. */
function filesIn(folder: string): Sources {
  const files: Record<string, string> = {};
  const visit = (at: string): void => {
    for (const each of readdirSync(at, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(at, each.name);
      if (each.isDirectory() && !existsSync(join(path, ROOT_FILE))) visit(path);
      else if (each.isFile() && basename(path).endsWith('.yaml'))
        files[relative(folder, path).split(sep).join('/')] = readFileSync(path, 'utf8');
    }
  };
  visit(folder);
  return files;
}

function hashOfSources(sources: Sources): string {
  const text = record.canonical(sources);
  if (!text.ok) throw new Error(`files of an arrangement are text: ${text.fault.code}`);
  return hashOf(text.value);
}

function cellOf(hash: string): string {
  return `arrangement/${hash}`;
}

/** Keeps the files that an arrangement was read from, so that no later edit changes a case that runs under it. */
export async function freeze(store: Store, { hash, sources }: Shelved): Promise<void> {
  // A conflict says that they are there already: the cell is named by what is in it.
  await store.commit({ puts: [{ cell: cellOf(hash), over: 'absent', value: encode(sources) }] });
}

/** The sources with this hash; `undefined` when no case was ever opened under them. */
export async function thaw(store: Store, hash: string): Promise<Sources | undefined> {
  const cell = await store.get(cellOf(hash));
  return cell && (decode(cell.value) as Sources);
}

/** INVARIANT: what was frozen could be read without faults, and reading has not become stricter since. */
export function arrangementFrom(sources: Sources): Arrangement {
  const files: Files = (path) => sources[path];
  const read = readArrangement(ROOT_FILE, files);
  if (!read.ok) throw new Error(`a frozen arrangement has faults: ${read.faults[0]?.code}`);
  return read.value;
}
