/** What can be written at a place in a file of an arrangement. */
import { ACT_KINDS, TABLES, type Any, type Arrangement, type Lang } from '@foedus/kernel';
import { shapesAt, type Schema } from './schema.ts';

export interface Suggestion {
  readonly label: string;
  readonly type: 'key' | 'value' | 'name';
  /** What it is: a key's description, an entry's name. */
  readonly detail?: string;
}

export interface Suggestions {
  /** How many characters before the place they replace. */
  readonly back: number;
  readonly all: readonly Suggestion[];
}

const LINE = /^(\s*)(?:- )?(?:([A-Za-z][\w-]*):)?/;

/** The keys that lead to the last of some lines: of those before it, each with less indentation than the one after. */
export function pathTo(lines: readonly string[]): readonly string[] {
  const [last = '', ...above] = lines.toReversed();
  let indent = /^\s*(?:- )?/.exec(last)![0].length;
  const path: string[] = [];
  for (const line of above) {
    const [, spaces = '', key] = LINE.exec(line) ?? [];
    if (key === undefined || line.trimStart().startsWith('#')) continue;
    const own = spaces.length + (line.trimStart().startsWith('- ') ? 2 : 0);
    if (own >= indent) continue;
    path.unshift(key);
    indent = own;
  }
  return path;
}

function keys(schema: Schema, path: readonly string[]): Suggestion[] {
  const found = shapesAt(schema, path).flatMap(({ properties = {} }) => Object.entries(properties));
  return [...new Map(found)].map(([label, { description }]) => ({
    label,
    type: 'key',
    ...(description === undefined ? {} : { detail: description }),
  }));
}

function values(schema: Schema, path: readonly string[]): Suggestion[] {
  const found = shapesAt(schema, path).flatMap((shape) => [
    ...(shape.enum ?? []),
    ...(shape.const === undefined ? [] : [shape.const]),
  ]);
  return [...new Set(found.map(String))].map((label) => ({ label, type: 'value' }));
}

/** Every id of an arrangement, with the name of its entry. */
export function namesOf(arrangement: Arrangement, lang: Lang): readonly Suggestion[] {
  const entries = TABLES.flatMap((table): Any[] => [...arrangement[table].values()]);
  return [
    ...entries.map(({ id, name }) => ({ label: id, type: 'name', detail: name[lang] }) as const),
    ...[...arrangement.sources.values()].map(
      ({ id, title }) => ({ label: id, type: 'name', detail: title[lang] }) as const,
    ),
  ];
}

/** What can be written at the end of some text, the last line of which is cut off at the place. */
export function suggest(text: string, schema: Schema, names: readonly Suggestion[]): Suggestions {
  const lines = text.split('\n');
  const line = lines.at(-1)!;
  const word = /[\w-]*$/.exec(line)![0];
  const path = pathTo(lines);
  const [, key] = /^\s*(?:- )?([A-Za-z][\w-]*):\s/.exec(line) ?? [];
  if (key !== undefined) {
    const offered = values(schema, [...path, key]);
    const acts = ACT_KINDS.map((label): Suggestion => ({ label, type: 'value' }));
    return { back: word.length, all: offered.length > 0 ? offered : [...names, ...acts] };
  }
  const inList = line.trimStart().startsWith('- ');
  return { back: word.length, all: [...keys(schema, path), ...(inList ? names : [])] };
}
