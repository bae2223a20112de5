/** Arrangements read from disk, each at most once. */
import { dirname, resolve } from 'node:path';
import {
  nearest,
  readArrangement,
  readClaims,
  type Arrangement,
  type Claim,
  type Files,
  type Result,
} from '@foedus/kernel';
import { say } from '../messages.ts';
import { misuse } from '../stop.ts';
import { filesFrom } from './files.ts';
import { arrangementsFolder, findAt, findBelow, type Found } from './find.ts';

export interface Library {
  readonly cwd: string;
  readonly files: Files;
  /** The arrangements that can be asked for by name. */
  readonly known: readonly Found[];
  read(found: Found): Result<Arrangement>;
}

/** A library of the arrangements around a folder. */
export function library(cwd: string): Library {
  const files = filesFrom(cwd);
  const cache = new Map<string, Result<Arrangement>>();
  return {
    cwd,
    files,
    known: findBelow(cwd, arrangementsFolder(cwd)),
    read(found) {
      const key = resolve(cwd, found.root);
      const result = cache.get(key) ?? readArrangement(found.root, files);
      cache.set(key, result);
      return result;
    },
  };
}

/** The arrangements at a path or, where nothing is there, of that name; stops when there is none. */
export function at(shelf: Library, path: string): Found[] {
  const found = findAt(shelf.cwd, path);
  return found.length > 0 ? found : [named(shelf, path)];
}

/** The one arrangement that a name or a path means; stops when it means none or several. */
export function named(shelf: Library, name: string): Found {
  const byName = shelf.known.find((found) => found.name === name);
  if (byName) return byName;
  const [first, ...more] = findAt(shelf.cwd, name);
  if (first && more.length === 0) return first;
  const names = shelf.known.map((found) => found.name);
  const meant = nearest(name, names);
  throw misuse(
    say('no-arrangement-named', { name }),
    meant === undefined
      ? say('known-arrangements', { names: names.join(', ') })
      : say('did-you-mean', { name: meant }),
  );
}

/**
 * The arrangements that claims of these may speak of: themselves, what lies beside each, and what is known by name.
 * Those with errors are left out; whoever speaks of one is told that it is unknown.
 */
export function companions(shelf: Library, targets: readonly Found[]): Map<string, Arrangement> {
  const beside = targets.flatMap((found) =>
    findBelow(shelf.cwd, dirname(dirname(resolve(shelf.cwd, found.root))), 1),
  );
  const result = new Map<string, Arrangement>();
  for (const found of [...targets, ...beside, ...shelf.known]) {
    const read = shelf.read(found);
    if (read.ok && !result.has(read.value.id)) result.set(read.value.id, read.value);
  }
  return result;
}

/** The claims that stand beside an arrangement; none where there is no file of them. */
export function claimsOf(
  shelf: Library,
  found: Found,
  home: Arrangement,
  others: ReadonlyMap<string, Arrangement>,
): Result<readonly Claim[]> {
  return found.claims === undefined
    ? { ok: true, value: [] }
    : readClaims(found.claims, shelf.files, home, others);
}
