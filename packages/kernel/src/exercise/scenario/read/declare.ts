/** The first pass over the files of a scenario: which names are given where. */
import { isTable, unknownKey, type Report } from '../../../yaml/shape.ts';
import { placeOf, valueOf, type Pair, type Tree } from '../../../yaml/tree.ts';
import type { Place } from '../../../arrangement/fault.ts';
import type { Arrangement } from '../../../arrangement/model.ts';
import { readId } from '../../../arrangement/read/words.ts';
import type { Loaded } from '../../../arrangement/read/files.ts';
import { HEAD, SECTIONS, type SectionKey } from './layout.ts';
import { RESERVED, SERIAL, type Names } from './words.ts';

export interface Declared {
  readonly section: SectionKey;
  readonly pair: Pair;
}

export interface Declarations {
  readonly entries: readonly Declared[];
  readonly names: Names;
}

/** Finds every entry of every file; ids that are repeated, badly formed or taken are reported, and name nothing. */
export function declare(
  loaded: Loaded,
  seats: ReadonlySet<string>,
  { offices, seats: chairs }: Arrangement,
  report: Report,
): Declarations {
  const spaces = new Map<string, Map<string, Place>>();
  /** Gives a name in a space of names, once. */
  const give = (space: string, { key }: Pair): boolean => {
    const id = key.text;
    const given = spaces.get(space) ?? new Map<string, Place>();
    spaces.set(space, given);
    const taken = space === 'cells' && seats.has(id) ? (chairs.get(id) ?? offices.get(id))?.place : undefined;
    const first = given.get(id) ?? taken;
    if (space === 'cells' && RESERVED.includes(id)) report('reserved-id', placeOf(key), { id });
    else if (first) report('duplicate-id', placeOf(key), { id, file: first.file, line: first.line });
    else return given.set(id, placeOf(key)) !== undefined;
    return false;
  };
  const entries = pairsOf(loaded, report).filter(({ section, pair }) => {
    if (section === 'injects' ? !isSerial(pair, report) : readId(pair.key, { report }) === undefined)
      return false;
    if (!give(section, pair)) return false;
    if (section === 'objectives') for (const task of tasksOf(pair)) give('tasks', task);
    if (section === 'injects')
      for (const expected of pairsIn(pair.value, 'expected')) give('expected', expected);
    return true;
  });
  const of = (space: string): ReadonlySet<string> => new Set(spaces.get(space)?.keys());
  return {
    entries,
    names: {
      cells: of('cells'),
      controllers: of('controllers'),
      consultations: of('consultations'),
      tasks: of('tasks'),
      parts: of('parts'),
      injects: of('injects'),
      questionnaires: of('questionnaires'),
    },
  };
}

function isSerial({ key }: Pair, report: Report): boolean {
  if (SERIAL.test(key.text)) return true;
  report('bad-serial', placeOf(key), { id: key.text });
  return false;
}

function pairsIn(node: Tree, key: string): readonly Pair[] {
  const inner = node.type === 'table' ? valueOf(node, key) : undefined;
  return inner?.type === 'table' ? inner.pairs : [];
}

function tasksOf({ value }: Pair): Pair[] {
  return pairsIn(value, 'capabilities').flatMap((capability) => pairsIn(capability.value, 'tasks'));
}

function pairsOf({ root, files }: Loaded, report: Report): Declared[] {
  return files.flatMap((file) => {
    const own = file === root ? Object.keys(HEAD) : [];
    return file.pairs.flatMap(({ key, value }) => {
      if (key.text === 'include' || own.includes(key.text)) return [];
      const sections = Object.keys(SECTIONS) as SectionKey[];
      const section = sections.find((each) => each === key.text);
      if (section) return isTable(value, { report }) ? value.pairs.map((pair) => ({ section, pair })) : [];
      unknownKey(key.text, placeOf(key), [...own, 'include', ...sections], { report });
      return [];
    });
  });
}
