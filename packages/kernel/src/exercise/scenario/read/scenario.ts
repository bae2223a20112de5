/** Reads a scenario from its folder: files, names, entries, and what must be so between entries. */
import type { z } from 'zod';
import type { Result } from '../../../arrangement/fault.ts';
import type { Arrangement } from '../../../arrangement/model.ts';
import { allFaults, beside, collector, load, result, type Files } from '../../../arrangement/read/files.ts';
import { scopeOf } from '../../../arrangement/read/scope.ts';
import { seating } from '../../../consultation/seating.ts';
import { readFields, type Context } from '../../../yaml/shape.ts';
import { placeOf, valueOf, type Table } from '../../../yaml/tree.ts';
import type { Scenario } from '../model.ts';
import { checkBranches } from './branches.ts';
import { declare } from './declare.ts';
import { HEAD, SECTIONS, type SectionKey } from './layout.ts';
import type { ScenarioReader } from './words.ts';

type Head = z.output<z.ZodObject<typeof HEAD>>;
type Tables = Pick<Scenario, SectionKey>;

/**
 * Reads the scenario whose root file (`…/scenario.yaml`) is given. `arrangementOf` looks up the arrangement that it names: without that
 * and its day no name can be judged. All faults are reported, by file and place.
 */
export function readScenario(
  root: string,
  files: Files,
  arrangementOf: (id: string) => Arrangement | undefined,
): Result<Scenario> {
  const loaded = load(root, files);
  const { faults, report } = collector();
  const ground = loaded.root && groundOf(loaded.root, arrangementOf, { report });
  if (!loaded.root || !ground) return result<Scenario>(undefined, allFaults(loaded, faults));
  const { arrangement, day } = ground;
  const seats = seating(arrangement, day);
  const { entries, names } = declare(loaded, new Set(seats.keys()), arrangement, report);
  const reader: ScenarioReader = {
    report,
    scope: scopeOf(arrangement),
    arrangement,
    day,
    seats,
    names,
    isThere: (path, from) => {
      const full = beside(from, path);
      return full !== undefined && files(full) !== undefined;
    },
  };
  const head = readHead(loaded.root, reader);
  const tables = new Map<SectionKey, Map<string, unknown>>();
  for (const key of Object.keys(SECTIONS) as SectionKey[]) tables.set(key, new Map());
  for (const { section, pair } of entries) {
    const read = SECTIONS[section].read(pair, reader);
    if (read) tables.get(section)!.set(pair.key.text, read);
  }
  // Each table was filled by the reader of its own section; the compiler can not follow that through the loop.
  const read = Object.fromEntries(tables) as unknown as Tables;
  checkCells(read, reader);
  if (faults.length === 0 && loaded.faults.length === 0) checkBranches(read.injects, report);
  return result(head && scenarioOf(head, read), allFaults(loaded, faults));
}

/** The arrangement and the day on which it is taken; what is wrong with either is reported with the head. */
function groundOf(
  main: Table,
  arrangementOf: (id: string) => Arrangement | undefined,
  context: Context,
): { readonly arrangement: Arrangement; readonly day: Head['at']['day'] } | undefined {
  const { arrangement: nameShape, at: dayShape } = HEAD;
  const named = readFields(
    { arrangement: nameShape, at: dayShape },
    { ...main, pairs: main.pairs.filter(({ key }) => ['arrangement', 'at'].includes(key.text)) },
    context,
  ) as Pick<Head, 'arrangement' | 'at'> | undefined;
  if (!named) return undefined;
  const arrangement = arrangementOf(named.arrangement);
  if (arrangement) return { arrangement, day: named.at.day };
  context.report('unknown-arrangement', placeOf(valueOf(main, 'arrangement')!), { name: named.arrangement });
  return undefined;
}

function readHead(main: Table, reader: ScenarioReader): Head | undefined {
  const own = main.pairs.filter(({ key }) => Object.hasOwn(HEAD, key.text));
  return readFields(HEAD, { ...main, pairs: own }, reader) as Head | undefined;
}

/** A seat is played in one place. */
function checkCells({ cells }: Tables, { report }: Context): void {
  const played = new Map<string, string>();
  for (const { id, place, seats } of cells.values()) {
    for (const seat of seats) {
      const other = played.get(seat);
      if (other === undefined) played.set(seat, id);
      else report('seat-in-two-cells', place, { seat, cell: id, other });
    }
  }
}

function scenarioOf({ at, capitals, given, reading = {}, length, ...head }: Head, tables: Tables): Scenario {
  return {
    ...head,
    at: at.day,
    given: Object.fromEntries(given ?? []),
    reading,
    ...(length === undefined ? {} : { length }),
    capitals: Object.fromEntries(capitals ?? []),
    ...tables,
  };
}
