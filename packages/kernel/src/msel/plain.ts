/** Scenarios as plain data in their own language: what stands in the file, before it is YAML. Each string stands as YAML's plain words do. */
import { showAct } from '../arrangement/act.ts';
import type { Duration } from '../arrangement/formula.ts';
import type { Condition } from '../exercise/scenario/condition.ts';
import type { WorldEffect } from '../exercise/scenario/effect.ts';
import type {
  AskedQuestion,
  Attachment,
  DueWhen,
  Expectation,
  Objective,
  Scenario,
  Wording,
} from '../exercise/scenario/model.ts';
import { parse } from '../yaml/parse.ts';
import { emit } from './emit.ts';
import type { Tree } from '../yaml/tree.ts';

export type Plain = string | readonly Plain[] | PlainTable;
export interface PlainTable {
  readonly [key: string]: Plain;
}

/** YAML in the layout of the program's own files. */
export function writePlain(data: PlainTable): string {
  return emit(data);
}

/** `undefined`: the text is no table in YAML. */
export function readPlain(text: string): PlainTable | undefined {
  const { faults, tree } = parse('', text);
  return tree?.type === 'table' && faults.length === 0 ? (plainOf(tree) as PlainTable) : undefined;
}

function plainOf(tree: Tree): Plain {
  if (tree.type === 'scalar') return tree.text;
  if (tree.type === 'list') return tree.items.map(plainOf);
  return Object.fromEntries(tree.pairs.map(({ key, value }) => [key.text, plainOf(value)]));
}

/** Without what has no value and what is empty. */
export function filled(table: Readonly<Record<string, Plain | undefined>>): PlainTable {
  const kept = Object.entries(table).flatMap(([key, value]) => {
    const empty = value === undefined || (typeof value !== 'string' && Object.keys(value).length === 0);
    return empty ? [] : [[key, value] as const];
  });
  return Object.fromEntries(kept);
}

function wording(of: Wording): PlainTable {
  return filled({ en: of.en, ko: of.ko, ja: of.ja });
}

/** `PT1H30M`. */
export function showDuration(span: Duration): string {
  const [hours, minutes, seconds] = [Math.floor(span / 3600), Math.floor((span % 3600) / 60), span % 60];
  const parts = [hours > 0 && `${hours}H`, minutes > 0 && `${minutes}M`, seconds > 0 && `${seconds}S`];
  return `PT${parts.filter((part) => part !== false).join('') || '0S'}`;
}

/** `T+1:30`, or a duration where there are seconds. */
export function showSinceStart(span: Duration): string {
  if (span % 60 !== 0) return showDuration(span);
  return `T+${Math.floor(span / 3600)}:${String((span % 3600) / 60).padStart(2, '0')}`;
}

export function plainDue(due: DueWhen): PlainTable {
  switch (due.type) {
    case 'time':
      return { at: showSinceStart(due.after) };
    case 'branch':
      return filled({
        when: plainCondition(due.when),
        delay: due.delay === 0 ? undefined : showDuration(due.delay),
      });
    case 'reserve':
      return { reserve: 'true' };
  }
}

function after(word: string, name: string | undefined): string {
  return name === undefined ? '' : ` ${word} ${name}`;
}

export function plainCondition(condition: Condition): Plain {
  switch (condition.type) {
    case 'always':
      return 'always';
    case 'effected': {
      const act = showAct(condition.outcome);
      if (condition.standing === undefined) return act;
      return condition.standing === 'proper' ? { properly: act } : { improperly: act };
    }
    case 'recorded': {
      const { by, command, on, to } = condition;
      return `recorded ${command}${after('by', by)}${after(command === 'consult' ? 'with' : 'to', to)}${after('on', on)}`;
    }
    case 'refused':
      return `refused${condition.command === undefined ? '' : ` ${condition.command}`}${after('by', condition.by)}`;
    case 'condition':
      return `when ${condition.condition}`;
    case 'convened':
      return `convened ${condition.consultation}`;
    case 'sent':
      return `sent ${condition.inject}`;
    case 'acknowledged':
      return `acknowledged ${condition.inject}${after('by', condition.by)}`;
    case 'written':
      return `written by ${condition.by}${after('to', condition.to)}`;
    case 'for':
      return { holds: plainCondition(condition.of), for: showDuration(condition.span) };
    case 'not':
      return { not: plainCondition(condition.of) };
    case 'allOf':
      return { allOf: condition.of.map(plainCondition) };
    case 'anyOf':
      return { anyOf: condition.of.map(plainCondition) };
    case 'atLeast':
      return { atLeast: String(condition.count), of: condition.of.map(plainCondition) };
  }
}

export function plainEffect(effect: WorldEffect): PlainTable {
  switch (effect.type) {
    case 'condition':
      return { condition: effect.condition, holds: String(effect.holds) };
    case 'link-down':
    case 'link-up':
      return filled({ [effect.type]: effect.of, with: effect.with });
    case 'absent':
      return { absent: effect.seat };
    case 'present':
      return { present: effect.seat };
    case 'succeed':
      return filled({
        succeed: effect.seat,
        holder: wording(effect.holder),
        acting: effect.acting ? 'true' : undefined,
      });
    case 'suspend':
      return { suspend: effect.rule };
    case 'restore':
      return { restore: effect.rule };
  }
}

export function plainExpectation({ met, says, task, within }: Expectation): PlainTable {
  return filled({
    says: wording(says),
    task,
    met: met && plainCondition(met),
    within: within === undefined ? undefined : showDuration(within),
  });
}

export function plainAttachment({ file, mediaType, name }: Attachment): PlainTable {
  return { name, file, mediaType };
}

/** All of a scenario but its list. */
export function plainFrame(scenario: Scenario): PlainTable {
  const { at, capitals, given, id, length, reading, startex } = scenario;
  return filled({
    id,
    name: wording(scenario.name),
    situation: wording(scenario.situation),
    arrangement: scenario.arrangement,
    at,
    given: Object.fromEntries(Object.entries(given).map(([key, holds]) => [key, String(holds)])),
    reading,
    startex: showInstant(startex),
    length: length === undefined ? undefined : showDuration(length),
    capitals,
    controllers: entries(scenario.controllers, ({ name }) => ({ name: wording(name) })),
    cells: entries(scenario.cells, ({ kind, name, seats }) =>
      filled({ name: wording(name), kind: kind === 'players' ? undefined : kind, seats }),
    ),
    consultations: entries(scenario.consultations, (planned) =>
      filled({
        name: wording(planned.name),
        matters: planned.matters,
        convener: { ...planned.convener },
        convened: planned.convened === undefined ? undefined : showSinceStart(planned.convened),
        silenceWithoutLink: planned.silenceWithoutLink,
      }),
    ),
    objectives: entries(scenario.objectives, plainObjective),
    parts: entries(scenario.parts, ({ from, name }) =>
      filled({ name: wording(name), from: from === undefined ? undefined : showSinceStart(from) }),
    ),
    questionnaires: entries(scenario.questionnaires, ({ name, questions, to }) => ({
      name: wording(name),
      to,
      questions: Object.fromEntries(questions.map((each) => [each.id, plainQuestion(each)])),
    })),
  });
}

function plainObjective({ capabilities, name }: Objective): PlainTable {
  return {
    name: wording(name),
    capabilities: entries(capabilities, (capability) => ({
      name: wording(capability.name),
      tasks: entries(capability.tasks, ({ name: says, rules }) => filled({ name: wording(says), rules })),
    })),
  };
}

function plainQuestion(question: AskedQuestion): PlainTable {
  const { asks, type } = question;
  const of =
    type === 'choice'
      ? { of: Object.fromEntries(question.of.map(({ id, says }) => [id, wording(says)])) }
      : {};
  return { asks: wording(asks), type, ...of };
}

function entries<T>(of: ReadonlyMap<string, T>, show: (value: T) => PlainTable): PlainTable {
  return Object.fromEntries([...of].map(([id, value]) => [id, show(value)]));
}

export function showInstant(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}

export { wording as plainWording };
