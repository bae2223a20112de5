/** Whether control may do this with an inject. */
import { entry } from '../../arrangement/model.ts';
import type { Condition } from '../scenario/condition.ts';
import type { WorldEffect } from '../scenario/effect.ts';
import { CONTROL } from '../scenario/read/words.ts';
import { elapsedOf, type Elapsed } from './clock.ts';
import { agendumOf, edited, inserted } from './inject.ts';
import type { Exercise, ExerciseCommand, InjectEdit, InjectState } from './model.ts';
import { refuse, type ExerciseRefusal } from './refusal.ts';
import { cellOf, tasksOf, type Stage } from './stage.ts';

type OnInject = Extract<
  ExerciseCommand,
  { readonly type: 'send' | 'hold' | 'release' | 'skip' | 'test' | 'edit' | 'insert' }
>;

export function refuseInject(
  stage: Stage,
  state: Exercise,
  command: OnInject,
  elapsed: Elapsed,
): ExerciseRefusal | undefined {
  const { inject: id } = command;
  const known = state.injects.get(id);
  if (command.type === 'insert') {
    if (known || id === '') return refuse('inject-exists', id);
    const next = inserted(id, command.edit, state.injects.size + 1);
    return (
      refuseNames(stage, state, id, command.edit) ?? (command.now ? undefined : refusePast(next, elapsed))
    );
  }
  if (!known) return refuse('unknown-inject', id);
  if (known.state === 'sent') return refuse('already-sent', id);
  switch (command.type) {
    case 'hold':
      return known.state === 'planned' ? undefined : refuse('not-planned', id);
    case 'release':
      return known.state === 'held' || known.state === 'skipped' ? undefined : refuse('not-held', id);
    case 'skip':
      return known.state === 'skipped' ? refuse('not-planned', id) : undefined;
    case 'edit':
      return refuseNames(stage, state, id, command.edit) ?? refusePast(edited(known, command.edit), elapsed);
    case 'send':
    case 'test':
      return undefined;
  }
}

/** Nothing is slipped in before what has passed: it would be sent at once, which is another command. */
function refusePast(next: InjectState, elapsed: Elapsed): ExerciseRefusal | undefined {
  const due = agendumOf(next)?.due;
  return next.inject.due.type === 'time' && due !== undefined && due < elapsed
    ? refuse('due-past', next.inject.id)
    : undefined;
}

function refuseNames(
  stage: Stage,
  state: Exercise,
  id: string,
  edit: InjectEdit,
): ExerciseRefusal | undefined {
  const { arrangement, scenario } = stage;
  const { controller, due, effects, expected, part, questionnaire, tasks, to } = edit;
  const taken = expected.find((each) => (state.expectations.get(each.id) ?? id) !== id);
  if (taken) return refuse('expectation-exists', taken.id);
  const wanted = expected.flatMap(({ met, task }) => [
    ...(task === undefined || tasksOf(scenario).has(task) ? [] : [task]),
    ...(met ? namesIn(met).filter((name) => !isKnown(stage, state, name, id)) : []),
  ]);
  const unknown = [
    ...to.filter((target) => cellOf(scenario, target) === undefined),
    ...tasks.filter((task) => !tasksOf(scenario).has(task)),
    ...(controller === undefined || scenario.controllers.has(controller) ? [] : [controller]),
    ...(part === undefined || scenario.parts.has(part) ? [] : [part]),
    ...(questionnaire === undefined || scenario.questionnaires.has(questionnaire) ? [] : [questionnaire]),
    ...effects.flatMap(namesOfEffect).filter((name) => !entry(arrangement, name)),
    ...(due.type === 'branch' ? namesIn(due.when).filter((name) => !isKnown(stage, state, name, id)) : []),
    ...wanted,
  ];
  if (unknown[0] !== undefined) return refuse('unknown-name', unknown[0]);
  return due.type === 'time' && elapsedOf(due.after) < 0 ? refuse('due-past', id) : undefined;
}

function isKnown({ arrangement, scenario }: Stage, state: Exercise, name: string, own: string): boolean {
  return (
    name === own ||
    name === CONTROL ||
    state.injects.has(name) ||
    cellOf(scenario, name) !== undefined ||
    scenario.consultations.has(name) ||
    entry(arrangement, name) !== undefined
  );
}

function namesOfEffect(effect: WorldEffect): readonly string[] {
  switch (effect.type) {
    case 'condition':
      return [effect.condition];
    case 'link-down':
    case 'link-up':
      return effect.with === undefined ? [effect.of] : [effect.of, effect.with];
    case 'absent':
    case 'present':
    case 'succeed':
      return [effect.seat];
    case 'suspend':
    case 'restore':
      return [effect.rule];
  }
}

/** What a condition names, of the exercise and of the arrangement. */
function namesIn(condition: Condition): readonly string[] {
  const given = (...names: readonly (string | undefined)[]): readonly string[] =>
    names.filter((name) => name !== undefined);
  switch (condition.type) {
    case 'always':
      return [];
    case 'effected': {
      const { by, on, to } = condition.outcome;
      return given(on, by, to);
    }
    case 'recorded':
      return given(condition.by, condition.to, condition.on);
    case 'refused':
      return given(condition.by);
    case 'condition':
      return [condition.condition];
    case 'convened':
      return [condition.consultation];
    case 'sent':
      return [condition.inject];
    case 'acknowledged':
      return given(condition.inject, condition.by);
    case 'written':
      return given(condition.by, condition.to);
    case 'for':
    case 'not':
      return namesIn(condition.of);
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
      return condition.of.flatMap(namesIn);
  }
}
