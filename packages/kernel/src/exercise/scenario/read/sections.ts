/** The sections of a scenario but its list of events. */
import { z } from 'zod';
import { holdsOn } from '../../../arrangement/date.ts';
import { nearest } from '../../../arrangement/nearest.ts';
import { placeAt } from '../../../arrangement/read/entry.ts';
import { idKey, readId, reference } from '../../../arrangement/read/words.ts';
import {
  choice,
  leaf,
  list,
  mapping,
  optional,
  readFields,
  readString,
  record,
} from '../../../yaml/shape.ts';
import { placeInside, placeOf, type Pair, type Scalar, type Table, type Tree } from '../../../yaml/tree.ts';
import type {
  AskedQuestion,
  Capability,
  Cell,
  Controller,
  CriticalTask,
  Objective,
  Part,
  PlannedConsultation,
  Questionnaire,
} from '../model.ts';
import { nameOf, sinceStart, wording, type ScenarioReader } from './words.ts';

type Output<F extends Readonly<Record<string, z.ZodType>>> = z.output<z.ZodObject<F>>;

/** Reads the fields of an entry; `make` puts them together with its id and place. */
function entryOf<F extends Readonly<Record<string, z.ZodType>>, T>(
  fields: F,
  make: (
    read: Output<F>,
    entry: { readonly id: string; readonly place: ReturnType<typeof placeOf> },
    node: Table,
    reader: ScenarioReader,
  ) => T | undefined,
): { readonly fields: F; readonly read: (pair: Pair, reader: ScenarioReader) => T | undefined } {
  return {
    fields,
    read: (pair, reader) => {
      const place = placeOf(pair.key);
      const read = readFields(fields, pair.value, reader, place) as Output<F> | undefined;
      return read && make(read, { id: pair.key.text, place }, pair.value as Table, reader);
    },
  };
}

export const cells = entryOf(
  {
    name: wording,
    kind: optional(choice(['players', 'role-players']).describe('Left out: players.')),
    seats: optional(list(nameOf('seat'), 0).describe('The seats of the arrangement that it plays.')),
  },
  ({ name, kind = 'players', seats = [] }, entry): Cell => ({ ...entry, name, kind, seats }),
);

export const controllers = entryOf({ name: wording }, ({ name }, entry): Controller => ({ ...entry, name }));

const convener = record({ seat: nameOf('seat'), office: reference('office') });

export const consultations = entryOf(
  {
    name: wording,
    matters: list(reference('matter')),
    convener: convener.describe('The seat that convenes it, and the office in which it does.'),
    convened: optional(sinceStart.describe('When; left out: when its convener sees fit.')),
    silenceWithoutLink: optional(choice(['stands', 'runs'])),
  },
  (read, entry, node, reader): PlannedConsultation | undefined => {
    const { office, seat } = read.convener;
    const { offices } = reader.seats.get(seat)!;
    if (offices.includes(office)) return { ...entry, ...read };
    const params = { seat, office, known: offices.join(', ') };
    reader.report('office-not-held', placeAt(node, 'convener', 'office'), params, nearest(office, offices));
    return undefined;
  },
);

/** A rule of the arrangement that is in force on the day, or a clause of an instrument that is. */
const rule: z.ZodType<string> = leaf(z.string(), (node: Tree, reader: ScenarioReader) => {
  const word = readString(node, reader);
  if (word === undefined) return undefined;
  const { bodies, delegations, duties, instruments, powers, successions } = reader.arrangement;
  const inForce = [powers, duties, delegations, successions, bodies]
    .flatMap((table) => [...table.values()])
    .filter((each) => holdsOn(each, reader.day))
    .map(({ id }) => id);
  const clauses = [...instruments.values()]
    .filter((each) => holdsOn(each, reader.day))
    .flatMap(({ id, clauses: of }) => of.map((clause) => `${id}/${clause.id}`));
  const known = [...inForce, ...clauses];
  if (known.includes(word)) return word;
  const params = { name: word, at: reader.day };
  reader.report('unknown-rule', placeInside(node as Scalar, 0), params, nearest(word, known));
  return undefined;
});

const taskFields = {
  name: wording,
  rules: optional(list(rule).describe('Rules, or clauses (`instrument/clause`), that it rehearses.')),
};
const capabilityFields = {
  name: wording,
  tasks: mapping(idKey, record(taskFields), readId).describe('What evaluators rate.'),
};

export const objectives = entryOf(
  {
    name: wording,
    capabilities: mapping(idKey, record(capabilityFields), readId).describe('What it takes.'),
  },
  ({ name, capabilities }, entry, node): Objective => ({
    ...entry,
    name,
    capabilities: new Map(
      [...capabilities].map(([id, capability]): [string, Capability] => {
        const tasks = [...capability.tasks].map(([task, { rules = [], ...rest }]): [string, CriticalTask] => [
          task,
          { id: task, ...rest, rules, place: keyPlace(node, ['capabilities', id, 'tasks'], task) },
        ]);
        return [id, { id, name: capability.name, tasks: new Map(tasks) }];
      }),
    ),
  }),
);

export const parts = entryOf(
  { name: wording, from: optional(sinceStart.describe('When it begins.')) },
  (read, entry): Part => ({ ...entry, ...read }),
);

const questionFields = {
  asks: wording,
  type: choice(['text', 'scale', 'choice']).describe('`scale`: from 1 to 5.'),
  of: optional(mapping(idKey, wording, readId).describe('What can be chosen.')),
};

export const questionnaires = entryOf(
  {
    name: wording,
    to: list(nameOf('respondent')).describe('Cells, or roles, that answer it.'),
    questions: mapping(idKey, record(questionFields), readId),
  },
  ({ name, questions, to }, entry, node, reader): Questionnaire | undefined => {
    const read = [...questions].map(([id, { asks, type, of }]): AskedQuestion | undefined => {
      if ((of !== undefined) !== (type === 'choice')) {
        const place = keyPlace(node, ['questions'], id);
        if (of) reader.report('unknown-key', place, { key: 'of', known: 'asks, type' });
        else reader.report('missing-key', place, { key: 'of' });
        return undefined;
      }
      const choices = [...(of ?? [])].map(([each, says]) => ({ id: each, says }));
      return type === 'choice' ? { id, asks, type, of: choices } : { id, asks, type };
    });
    const sound = read.every((each) => each !== undefined);
    return sound ? { ...entry, name, to, questions: read } : undefined;
  },
);

/** The place of a key in the table under a path. */
function keyPlace(node: Tree, path: readonly string[], key: string): ReturnType<typeof placeOf> {
  const table = path.reduce<Tree | undefined>(
    (at, step) => (at?.type === 'table' ? at.pairs.find((pair) => pair.key.text === step)?.value : undefined),
    node,
  );
  const found = table?.type === 'table' ? table.pairs.find((pair) => pair.key.text === key) : undefined;
  return placeOf(found?.key ?? node);
}
