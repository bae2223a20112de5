/** Rows of a list as the files of a scenario, in its own language. */
import type { Wording } from '../exercise/scenario/model.ts';
import { parseWhen, type Day } from '../arrangement/date.ts';
import { ROLES } from '../exercise/run/model.ts';
import type { Lang } from '../text/lang.ts';
import { ExpectationIds, plainExpected } from './expected.ts';
import { Ids } from './ids.ts';
import type { Mapping } from './mapping.ts';
import { fileName, mediaTypeOf } from './media.ts';
import {
  filled,
  plainAttachment,
  plainDue,
  plainWording,
  readPlain,
  showInstant,
  writePlain,
  type Plain,
  type PlainTable,
} from './plain.ts';
import type { MselReading } from './read.ts';
import type { MselRow } from './row.ts';

/** What a list does not say of its scenario. What the workbook itself brings along goes before. */
export interface Frame {
  readonly id: string;
  readonly name: Wording;
  readonly situation: Wording;
  readonly arrangement: string;
  readonly at: Day;
  /** Of an arrangement on a day: that of the frame, or that which the workbook brings along. */
  readonly seatsOf: (arrangement: string, at: Day) => ReadonlySet<string>;
}

export interface ScenarioFiles {
  readonly id: string;
  readonly name: Wording;
  /** Everything in it was made here, so that it can be read; else what people wrote, or moments out of range, may be at fault. */
  readonly isSound: boolean;
  /** `scenario.yaml`, and what it includes, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** With all that was supposed, to be corrected and used again. */
  readonly mapping: Mapping;
}

/** A file stays below what is read of one, in whatever script: at most three bytes a character. */
const MAX_TEXT = 300_000;

export function toScenario(reading: MselReading, mapping: Mapping, frame: Frame): ScenarioFiles {
  const { language, rows } = reading;
  const base =
    (reading.frame === undefined ? undefined : readPlain(reading.frame)) ?? head(frame, reading.startex);
  const [arrangement, at] = [base['arrangement'], base['at']];
  const seats = frame.seatsOf(
    typeof arrangement === 'string' ? arrangement : frame.arrangement,
    (typeof at === 'string' ? parseWhen(at)?.day : undefined) ?? frame.at,
  );
  const known = idsOf(base, mapping, seats, rows);
  const headings = [...new Set(rows.flatMap(({ extra }) => Object.keys(extra)))];
  const expectations = new ExpectationIds();
  const injects = rows.map((row) => {
    // In the order of the list's columns, so that a list read again gives the same file.
    const kept = headings.flatMap((key) =>
      Object.hasOwn(row.extra, key) ? [[key, row.extra[key]!] as const] : [],
    );
    return [
      row.serial,
      plainInject({ ...row, extra: Object.fromEntries(kept) }, known, expectations),
    ] as const;
  });
  const rest: PlainTable = filled({
    ...base,
    controllers: { ...table(base['controllers']), ...made(known.controllers, language) },
    cells: { ...table(base['cells']), ...made(known.cells, language) },
    objectives: objectives(base, known.tasks, language),
    parts: { ...table(base['parts']), ...made(known.parts, language) },
  });
  return {
    id: typeof base['id'] === 'string' ? base['id'] : frame.id,
    name: table(base['name']),
    isSound: isSound(reading, mapping),
    files: divide(rest, injects),
    mapping: {
      ...mapping,
      language,
      startex: showInstant(reading.startex * 1000).slice(0, 19),
      unit: mapping.unit ?? 'minutes',
      columns: new Map([
        ...reading.columns.flatMap(({ columns }) =>
          columns.map(({ field, heading }) => [heading, field ?? 'keep'] as const),
        ),
        ...mapping.columns,
      ]),
      names: new Map([...[...known.cells.made].map(([id, name]) => [name, id] as const), ...mapping.names]),
    },
  };
}

function isSound({ frame, rows, startex }: MselReading, { names }: Mapping): boolean {
  const written =
    frame !== undefined ||
    rows.some(({ rest }) => rest !== '') ||
    [...names.values()].some((id) => RESERVED.has(id));
  return !written && startex >= 0 && rows.every(({ due }) => due.type !== 'time' || due.after <= LATEST);
}

/** Hours since STARTEX have at most five digits. */
const LATEST = 99_999 * 3600;

function head({ arrangement, at, id, name, situation }: Frame, startex: number): PlainTable {
  return {
    id,
    name: plainWording(name),
    situation: plainWording(situation),
    arrangement,
    at,
    startex: showInstant(startex * 1000),
  };
}

function table(value: Plain | undefined): PlainTable {
  return typeof value === 'object' && !Array.isArray(value) ? (value as PlainTable) : {};
}

interface Known {
  readonly cells: Ids;
  readonly tasks: Ids;
  readonly controllers: Ids;
  readonly parts: Ids;
}

/** The ids of a section, with the names in every language that mean them. */
function named(section: Plain | undefined): [string, string[]][] {
  return Object.entries(table(section)).map(([id, entry]) => {
    const names = Object.values(table(table(entry)['name'])).filter((name) => typeof name === 'string');
    return [id, names];
  });
}

function idsOf(
  base: PlainTable,
  { names }: Mapping,
  seats: ReadonlySet<string>,
  rows: readonly MselRow[],
): Known {
  const unlike = (list: Iterable<string>): ((id: string, name: string) => boolean) => {
    const listed = new Set(list);
    return (id, name) => id === name || !listed.has(id);
  };
  const isCell = unlike(rows.flatMap(({ to }) => to));
  const chairs = [...seats].map((seat): [string, string[]] => [seat, []]);
  const tasks = Object.values(table(base['objectives'])).flatMap((objective) =>
    Object.values(table(table(objective)['capabilities'])).flatMap((each) => named(table(each)['tasks'])),
  );
  return {
    cells: new Ids(
      'cell',
      [...named(base['cells']), ...chairs],
      names,
      (id, name) => !RESERVED.has(id) && isCell(id, name),
    ),
    tasks: new Ids('task', tasks, names, unlike(rows.flatMap((row) => row.tasks))),
    controllers: new Ids(
      'controller',
      named(base['controllers']),
      names,
      unlike(rows.map(({ controller }) => controller)),
    ),
    parts: new Ids('part', named(base['parts']), names, unlike(rows.map(({ part }) => part))),
  };
}

/** Words that stand for somebody beside the cells. */
const RESERVED: ReadonlySet<string> = new Set(['control', ...ROLES]);

function made(ids: Ids, lang: Lang): PlainTable {
  return Object.fromEntries([...ids.made].map(([id, name]) => [id, { name: { [lang]: name } }]));
}

const LISTED: Wording = { en: 'Tasks of the list', ko: '목록의 과업', ja: '一覧の任務' };

/** Tasks that the list names and the scenario doesn't have go below an objective of their own. */
function objectives(base: PlainTable, tasks: Ids, lang: Lang): PlainTable {
  const known = table(base['objectives']);
  if (tasks.made.size === 0) return known;
  const own = table(table(table(known['list'])['capabilities'])['list']);
  const listed = { ...table(own['tasks']), ...made(tasks, lang) };
  const name = plainWording(LISTED);
  return { ...known, list: { name, capabilities: { list: { name, tasks: listed } } } };
}

function plainInject(row: MselRow, known: Known, ids: ExpectationIds): PlainTable {
  const rest = (row.rest === '' ? undefined : readPlain(row.rest)) ?? {};
  const says = (number: number): string => ids.give(row.serial, number);
  return {
    ...filled({
      ...dueOf(row, rest),
      kind: row.kind === 'contextual' ? undefined : row.kind,
      status: row.status === 'ready' ? undefined : row.status,
      part: row.part === '' ? undefined : known.parts.give(row.part),
      method: row.method === 'message' ? undefined : row.method,
      from: plainWording(row.from),
    }),
    // Nobody is control alone: that is said, though nothing stands in it.
    to: [...new Set(row.to.map((each) => known.cells.give(each)))],
    ...filled({
      title: plainWording(row.title),
      text: plainWording(row.text),
      attachments: rest['attachments'] ?? row.attachments.map(attachment),
      tasks: [...new Set(row.tasks.map((each) => known.tasks.give(each)))],
      expected: plainExpected(row.expected, rest['expected'], says),
      controller: row.controller === '' ? undefined : known.controllers.give(row.controller),
      notes: plainWording(row.notes),
      effects: rest['effects'],
      questionnaire: rest['questionnaire'],
      extra: row.extra,
    }),
  };
}

function attachment(file: string): PlainTable {
  return plainAttachment({ name: fileName(file), file, mediaType: mediaTypeOf(file) });
}

/** A branch whose condition is lost waits for a controller. */
function dueOf({ due }: MselRow, rest: PlainTable): PlainTable {
  if (due.type !== 'branch') return plainDue(due);
  return rest['when'] === undefined
    ? { reserve: 'true' }
    : filled({ when: rest['when'], delay: rest['delay'] });
}

/** One file, or as many as it takes. */
function divide(
  rest: PlainTable,
  injects: readonly (readonly [string, PlainTable])[],
): ReadonlyMap<string, string> {
  const head = 'injects:\n';
  const texts = injects.map(([serial, inject]) =>
    writePlain({ injects: { [serial]: inject } }).slice(head.length),
  );
  const files: string[] = [];
  let open = '';
  for (const text of texts) {
    if (open.length + text.length > MAX_TEXT) {
      files.push(open);
      open = '';
    }
    open += text;
  }
  const listed = (text: string): string => (text === '' ? '' : head + text);
  const frame = writePlain(rest);
  if (files.length === 0 && frame.length + open.length <= MAX_TEXT)
    return new Map([['scenario.yaml', frame + listed(open)]]);
  const all = [...files, open].map((text, index) => [`injects-${index + 1}.yaml`, listed(text)] as const);
  const include = writePlain({ include: all.map(([path]) => path) });
  return new Map([['scenario.yaml', frame + include], ...all]);
}
