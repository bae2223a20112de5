/** Reads an arrangement from its folder: files, names, entries, and what must be so between entries. */
import { readAs, readFields, type Context } from '../../yaml/shape.ts';
import { placeOf, type Table } from '../../yaml/tree.ts';
import type { Result } from '../fault.ts';
import {
  TABLES,
  type Any,
  type Arrangement,
  type Condition,
  type Source,
  type Succession,
} from '../model.ts';
import { plain } from '../../text/catalogue.ts';
import { checkEvents, checkSeats } from './between.ts';
import { checkCycles } from './cycles.ts';
import { declare, vacancyOf, type Declared } from './declare.ts';
import { allFaults, collector, load, result, type Files } from './files.ts';
import { checkGrants } from './grants.ts';
import { HEAD } from './layout.ts';
import { SECTIONS, sourceShape } from './sections.ts';
import type { Reader } from './words.ts';

/** Reads the arrangement whose root file (`…/arrangement.yaml`) is given. All faults are reported, by file and place. */
export function readArrangement(root: string, files: Files): Result<Arrangement> {
  const loaded = load(root, files);
  const { faults, report } = collector();
  if (!loaded.root) return result<Arrangement>(undefined, loaded.faults);
  const { entries, scope } = declare(loaded, report);
  const reader: Reader = { report, scope };
  const head = readHead(loaded.root, reader);
  const sources = readSources(entries, reader);
  const read = entries.flatMap((declared) => readEntry(declared, reader) ?? []);
  const tables = new Map<string, Map<string, Any>>(TABLES.map((table) => [table, new Map()]));
  for (const { section, value } of read) tables.get(section)!.set(value.id, value);
  for (const succession of tables.get('successions')!.values()) {
    const vacancy = vacancyFor(succession as Succession);
    tables.get('conditions')!.set(vacancy.id, vacancy);
  }
  const arrangement = {
    ...(head ?? { id: '', name: plain(''), summary: plain('') }),
    sources,
    ...Object.fromEntries(tables),
  } as unknown as Arrangement;
  const nodes = new Map(entries.map(({ pair }) => [pair.key.text, pair.value]));
  checkSeats(arrangement, report);
  checkEvents(arrangement, nodes, report);
  // What could not be read may be just what grants an act: its absence would be reported as a second fault that is none.
  if (faults.length === 0 && loaded.faults.length === 0) {
    checkGrants(arrangement, nodes, report);
    checkCycles(arrangement, report);
  }
  return result(arrangement, allFaults(loaded, faults));
}

function readHead(main: Table, reader: Reader): Pick<Arrangement, 'id' | 'name' | 'summary'> | undefined {
  const own = main.pairs.filter(({ key }) => Object.hasOwn(HEAD, key.text));
  return readFields(HEAD, { ...main, pairs: own }, reader) as
    | Pick<Arrangement, 'id' | 'name' | 'summary'>
    | undefined;
}

function readSources(entries: readonly Declared[], context: Context): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const { section, pair } of entries) {
    const fields = section === 'sources' && readAs(sourceShape, pair.value, context);
    if (fields) sources.set(pair.key.text, { id: pair.key.text, ...fields, place: placeOf(pair.key) });
  }
  return sources;
}

function readEntry(
  { section, pair }: Declared,
  reader: Reader,
): { readonly section: keyof typeof SECTIONS; readonly value: Any } | undefined {
  if (section === 'sources') return undefined;
  const value: Any | undefined = SECTIONS[section].read(pair, reader);
  return value && { section, value };
}

function vacancyFor({ office, type: _type, order: _order, ...entry }: Succession): Condition {
  return { ...entry, type: 'condition', id: vacancyOf(office), declaredBy: [], usually: false };
}
