/** A scenario as the rows of a list, and the rest of it as text. */
import type { Inject, Scenario, Wording } from '../exercise/scenario/model.ts';
import type { Lang } from '../text/lang.ts';
import { ExpectationIds, isPlain, keptExpected, linesOf } from './expected.ts';
import { namesOf } from './ids.ts';
import { clean } from './line.ts';
import { fileName, mediaTypeOf } from './media.ts';
import {
  filled,
  plainAttachment,
  plainDue,
  plainEffect,
  plainFrame,
  writePlain,
  type PlainTable,
} from './plain.ts';
import type { MselRow } from './row.ts';

export interface ScenarioRows {
  readonly rows: readonly MselRow[];
  /** The scenario's file but its list. */
  readonly frame: string;
}

/** `lang`: of the names by which cells, tasks, controllers and parts are called. */
export function fromScenario(scenario: Scenario, lang: Lang): ScenarioRows {
  const tasks = [...scenario.objectives.values()].flatMap(({ capabilities }) =>
    [...capabilities.values()].flatMap((each) => [...each.tasks.values()]),
  );
  const names: Names = {
    cells: namesOf(scenario.cells.values(), lang),
    tasks: namesOf(tasks, lang),
    controllers: namesOf(scenario.controllers.values(), lang),
    parts: namesOf(scenario.parts.values(), lang),
  };
  const ids = new ExpectationIds();
  const rows = [...scenario.injects.values()].map((inject, index) => rowOf(inject, index + 1, names, ids));
  return { rows, frame: writePlain(plainFrame(scenario)) };
}

interface Names {
  readonly cells: ReadonlyMap<string, string>;
  readonly tasks: ReadonlyMap<string, string>;
  readonly controllers: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, string>;
}

function rowOf(inject: Inject, row: number, names: Names, ids: ExpectationIds): MselRow {
  const { attachments, controller, due, expected, id, kind, method, part, status } = inject;
  const own = expected.map((_, index) => ids.give(id, index + 1));
  const plainFiles = attachments.every(
    ({ file, mediaType, name }) => name === fileName(file) && mediaType === mediaTypeOf(file),
  );
  const rest: PlainTable = filled({
    ...(due.type === 'branch' ? plainDue(due) : {}),
    expected: isPlain(expected, own) ? undefined : keptExpected(expected),
    effects: inject.effects.map(plainEffect),
    questionnaire: inject.questionnaire,
    attachments: plainFiles ? undefined : attachments.map(plainAttachment),
  });
  const called = (table: ReadonlyMap<string, string>, each: string): string => table.get(each) ?? each;
  return {
    at: { sheet: '', row },
    serial: id,
    part: part === undefined ? '' : called(names.parts, part),
    due: due.type === 'branch' ? { type: 'branch' } : due,
    kind,
    status,
    method,
    from: cleaned(inject.from),
    to: inject.to.map((each) => called(names.cells, each)),
    title: cleaned(inject.title),
    text: cleaned(inject.text),
    expected: linesOf(expected.map(({ says }) => cleaned(says))),
    tasks: inject.tasks.map((each) => called(names.tasks, each)),
    controller: controller === undefined ? '' : called(names.controllers, controller),
    notes: cleaned(inject.notes ?? {}),
    attachments: attachments.map(({ file }) => file),
    rest: clean(writePlain(rest)),
    extra: inject.extra,
  };
}

/** A block of YAML ends with a line break, a cell does not. */
function cleaned(wording: Wording): Wording {
  return Object.fromEntries(Object.entries(wording).map(([lang, text]) => [lang, clean(text)]));
}
