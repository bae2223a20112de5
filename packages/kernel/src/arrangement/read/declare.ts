/** The first pass over the files: which ids are declared where. */
import { isTable, unknownKey, type Report } from '../../yaml/shape.ts';
import { placeOf, valueOf, type Pair } from '../../yaml/tree.ts';
import type { Place } from '../fault.ts';
import { TABLES } from '../model.ts';
import type { Scope, Section } from './scope.ts';
import { HEAD } from './layout.ts';
import type { Loaded } from './files.ts';
import { sourceKey } from './sections.ts';
import { readId } from './words.ts';

/** Where an entry is written. */
export interface Declared {
  readonly section: Section | 'sources';
  readonly pair: Pair;
}

export interface Declarations {
  readonly entries: readonly Declared[];
  readonly scope: Scope;
}

/** The condition that a succession makes for its office. */
export function vacancyOf(office: string): string {
  return `vacant-${office}`;
}

/** Finds every entry of every file; ids that are repeated or badly formed are reported, and name nothing. */
export function declare(loaded: Loaded, report: Report): Declarations {
  const sections = new Map<string, Section>();
  const sources = new Set<string>();
  const within = new Map<string, readonly string[]>();
  const places = new Map<string, Place>();
  const free = (id: string, pair: Pair): boolean => {
    const first = places.get(id);
    if (!first) places.set(id, placeOf(pair.key));
    else report('duplicate-id', placeOf(pair.key), { id, file: first.file, line: first.line });
    return !first;
  };
  const entries = pairsOf(loaded, report);
  for (const { section, pair } of entries) {
    const id = pair.key.text;
    if (section === 'sources') {
      if (!sourceKey.safeParse(id).success) report('bad-id', placeOf(pair.key), { id });
      else if (free(`source ${id}`, pair)) sources.add(id);
      continue;
    }
    if (readId(pair.key, { report }) === undefined || !free(id, pair)) continue;
    sections.set(id, section);
    if (section === 'readings') within.set(id, keysOf(pair, 'alternatives'));
    if (section === 'instruments') within.set(id, keysOf(pair, 'clauses'));
    const office = section === 'successions' && pair.value.type === 'table' && valueOf(pair.value, 'office');
    if (office && office.type === 'scalar' && free(vacancyOf(office.text), pair))
      sections.set(vacancyOf(office.text), 'conditions');
  }
  return { entries, scope: { sections, sources, within } };
}

function pairsOf({ root, files }: Loaded, report: Report): Declared[] {
  return files.flatMap((file) => {
    const own = file === root ? Object.keys(HEAD) : [];
    return file.pairs.flatMap(({ key, value }) => {
      if (key.text === 'include' || own.includes(key.text)) return [];
      const section = [...TABLES, 'sources' as const].find((each) => each === key.text);
      if (section) return isTable(value, { report }) ? value.pairs.map((pair) => ({ section, pair })) : [];
      unknownKey(key.text, placeOf(key), [...own, 'include', 'sources', ...TABLES], { report });
      return [];
    });
  });
}

function keysOf(pair: Pair, key: string): string[] {
  const inner = pair.value.type === 'table' ? valueOf(pair.value, key) : undefined;
  return inner?.type === 'table' ? inner.pairs.map((each) => each.key.text) : [];
}
