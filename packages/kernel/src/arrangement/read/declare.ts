/** The first pass over the files: which ids are declared where. */
import { isTable, unknownKey } from '../../yaml/shape.ts';
import { placeOf, valueOf, type Pair, type Table } from '../../yaml/tree.ts';
import { TABLES } from '../model.ts';
import type { Scope, Section } from './scope.ts';
import { sourceKey } from './sections.ts';
import { readId } from './words.ts';
import type { Report } from '../../yaml/shape.ts';
import type { Place } from '../fault.ts';

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

/** Finds every entry of every file; repeated and badly formed ids are reported and left out. */
export function declare(files: readonly Table[], report: Report): Declarations {
  const entries: Declared[] = [];
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
  for (const { section, pair } of pairsOf(files, report)) {
    const id = pair.key.text;
    if (section === 'sources') {
      if (!sourceKey.safeParse(id).success) report('bad-id', placeOf(pair.key), { id });
      else if (free(`source ${id}`, pair)) {
        sources.add(id);
        entries.push({ section, pair });
      }
      continue;
    }
    if (readId(pair.key, { report }) === undefined || !free(id, pair)) continue;
    entries.push({ section, pair });
    sections.set(id, section);
    if (section === 'readings') within.set(id, keysOf(pair, 'alternatives'));
    if (section === 'instruments') within.set(id, keysOf(pair, 'clauses'));
    const office = section === 'successions' && pair.value.type === 'table' && valueOf(pair.value, 'office');
    if (office && office.type === 'scalar' && free(vacancyOf(office.text), pair))
      sections.set(vacancyOf(office.text), 'conditions');
  }
  return { entries, scope: { sections, sources, within } };
}

function pairsOf(files: readonly Table[], report: Report): Declared[] {
  const head = ['id', 'name', 'summary'];
  return files.flatMap((file, index) => {
    const own = index === 0 ? head : [];
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
