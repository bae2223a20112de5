/** An entry of the list of events. */
import { z } from 'zod';
import type { Duration } from '../../../arrangement/formula.ts';
import { idKey, duration, readId } from '../../../arrangement/read/words.ts';
import { nodeAt, placeAt } from '../../../arrangement/read/entry.ts';
import {
  choice,
  isTable,
  leaf,
  list,
  mapping,
  optional,
  readFields,
  record,
  string,
  truth,
  wrongType,
} from '../../../yaml/shape.ts';
import { placeOf, valueOf, type Pair, type Table, type Tree } from '../../../yaml/tree.ts';
import {
  INJECT_KINDS,
  INJECT_STATUSES,
  METHODS,
  type Attachment,
  type DueWhen,
  type Expectation,
  type Inject,
} from '../model.ts';
import { condition } from './condition.ts';
import { effect } from './effect.ts';
import { nameOf, sinceStart, wording, type ScenarioReader } from './words.ts';

const attachment = record({
  name: string.describe('As it is shown.'),
  file: string.describe('Its path in the folder of the scenario.'),
  mediaType: string.describe('For instance `application/pdf`.'),
});

const expectationFields = {
  says: wording.describe('What players should do.'),
  task: optional(nameOf('task').describe('The critical task that it bears on.')),
  met: optional(condition.describe('Decided by the program; left out: by an evaluator.')),
  within: optional(duration.describe('How long after the inject; left out: until ENDEX.')),
};

/** Columns of the spreadsheet that the inject came from, as they stood: any heading, any text. */
const extra: z.ZodType<Readonly<Record<string, string>>> = leaf(
  z.record(z.string(), z.string()),
  (node: Tree, reader: ScenarioReader) => {
    if (!isTable(node, reader)) return undefined;
    const cells = node.pairs.map(({ key, value }) =>
      value.type === 'scalar' ? ([key.text, value.text] as const) : wrongType(value, 'string', reader),
    );
    return cells.every((cell) => cell !== undefined) ? Object.fromEntries(cells) : undefined;
  },
);

/** Of these just one says when an inject is sent. */
const WHEN = ['at', 'when', 'reserve'] as const;

export const injectFields = {
  at: optional(sinceStart.describe('When it is sent, after STARTEX.')),
  when: optional(condition.describe('A branch: it is sent when this has become true.')),
  delay: optional(duration.describe('Of a branch: how long after that.')),
  reserve: optional(truth.describe('A controller sends it when it is wanted.')),
  kind: optional(choice(INJECT_KINDS).describe('Left out: contextual.')),
  status: optional(choice(INJECT_STATUSES).describe('How far its writing has come. Left out: ready.')),
  part: optional(nameOf('part')),
  method: optional(choice(METHODS).describe('By what it reaches the players. Left out: message.')),
  from: wording.describe('Who seems to send it.'),
  to: list(nameOf('addressee'), 0).describe('Cells and seats that get it. None: control alone.'),
  title: wording,
  text: wording,
  attachments: optional(list(attachment)),
  tasks: optional(list(nameOf('task')).describe('Critical tasks that it gives occasion for.')),
  expected: optional(mapping(idKey, record(expectationFields), readId).describe('What players should do.')),
  controller: optional(nameOf('controller')),
  notes: optional(wording.describe('Told to controllers only.')),
  effects: optional(list(effect).describe('What changes in the world when it is sent.')),
  questionnaire: optional(nameOf('questionnaire')),
  extra: optional(extra.describe('Further columns of the spreadsheet that it came from.')),
};
type Fields = z.output<z.ZodObject<typeof injectFields>>;

export function readInject({ key, value }: Pair, reader: ScenarioReader): Inject | undefined {
  const place = placeOf(key);
  const read = readFields(injectFields, value, reader, place) as Fields | undefined;
  const node = value as Table;
  const due = value.type === 'table' ? dueOf(read, node, reader) : undefined;
  if (!read || !due) return undefined;
  const { at: _at, when: _when, delay: _delay, reserve: _reserve, attachments, ...rest } = read;
  const { effects, expected, kind, method, status, tasks, extra: columns, ...more } = rest;
  const files = checkAttachments(attachments ?? [], node, reader);
  if (!files || !checkRepeated(read, node, reader)) return undefined;
  return {
    ...more,
    id: key.text,
    kind: kind ?? 'contextual',
    status: status ?? 'ready',
    method: method ?? 'message',
    due,
    attachments: files,
    tasks: tasks ?? [],
    expected: [...(expected ?? [])].map(([id, each]): Expectation => {
      const at = (nodeAt(node, 'expected') as Table).pairs.find((pair) => pair.key.text === id)!;
      return { id, ...each, place: placeOf(at.key) };
    }),
    effects: effects ?? [],
    extra: columns ?? {},
    place,
  };
}

function dueOf(read: Fields | undefined, node: Table, reader: ScenarioReader): DueWhen | undefined {
  const given = WHEN.filter((key) => valueOf(node, key));
  const delay = valueOf(node, 'delay');
  if (given.length !== 1 || read?.reserve === false) {
    const place = given.length > 1 ? placeAt(node, given[1]!) : placeAt(node, 'reserve');
    reader.report('one-of-keys', place, { keys: WHEN.join(', ') });
    return undefined;
  }
  if (delay && given[0] !== 'when') {
    reader.report('missing-key', placeOf(delay), { key: 'when' });
    return undefined;
  }
  if (!read) return undefined;
  if (read.at !== undefined) return { type: 'time', after: read.at };
  if (read.when) return { type: 'branch', when: read.when, delay: read.delay ?? (0 as Duration) };
  return { type: 'reserve' };
}

function checkAttachments(
  attachments: readonly Attachment[],
  node: Table,
  reader: ScenarioReader,
): readonly Attachment[] | undefined {
  const lost = attachments.filter(({ file }, index) => {
    if (reader.isThere(file, node.file.name)) return false;
    reader.report('attachment-missing', placeAt(node, 'attachments', index, 'file'), { path: file });
    return true;
  });
  return lost.length === 0 ? attachments : undefined;
}

function checkRepeated({ tasks = [], to }: Fields, node: Table, reader: ScenarioReader): boolean {
  const repeated = (
    [
      ['to', to],
      ['tasks', tasks],
    ] as const
  ).flatMap(([key, names]) =>
    names.flatMap((name, index) => (names.indexOf(name) === index ? [] : [{ key, name, index }])),
  );
  for (const { index, key, name } of repeated)
    reader.report('repeated-item', placeAt(node, key, index), { name });
  return repeated.length === 0;
}
