/** What a command changes by itself; what else follows from it stands in the events after it. */
import type { Elapsed } from './clock.ts';
import { edited, inserted, withInject } from './inject.ts';
import type { Exercise, ExerciseCommand, InjectState } from './model.ts';
import { set } from './table.ts';

/** The name of a command among all: a message and an observation are known by that of the command that made them. */
export function idOf({ by, key }: Pick<ExerciseCommand, 'by' | 'key'>): string {
  return `${by}/${key}`;
}

export function commanded(before: Exercise, command: ExerciseCommand, elapsed: Elapsed): Exercise {
  const id = idOf(command);
  const state: Exercise = { ...before, keys: set(before.keys, id, command) };
  const { by } = command;
  switch (command.type) {
    case 'admit': {
      const { participant } = command;
      return { ...state, participants: new Map(state.participants).set(participant.id, participant) };
    }
    case 'dismiss': {
      const participant = state.participants.get(command.participant)!;
      const dismissed = { ...participant, dismissed: true } as const;
      return { ...state, participants: new Map(state.participants).set(participant.id, dismissed) };
    }
    case 'hold':
      return changed(state, command.inject, (inject) => ({ ...inject, state: 'held' }));
    case 'release':
      return changed(state, command.inject, (inject) => ({ ...inject, state: 'planned' }));
    case 'skip':
      return changed(state, command.inject, (inject) => ({ ...inject, state: 'skipped' }));
    case 'test':
      return changed(state, command.inject, (inject) => ({ ...inject, tested: true }));
    case 'edit':
      return expecting(
        changed(state, command.inject, (inject) => edited(inject, command.edit)),
        command,
      );
    case 'insert':
      return expecting(
        withInject(state, inserted(command.inject, command.edit, state.injects.size + 1)),
        command,
      );
    case 'acknowledge':
      return changed(state, command.inject, (inject) => ({
        ...inject,
        acknowledged: [...inject.acknowledged, { by, elapsed }],
      }));
    case 'write': {
      const { about, asks, at, text, to } = command;
      const message = {
        id,
        from: by,
        to,
        text,
        ...(about === undefined ? {} : { about }),
        asks: asks === true,
        at,
        elapsed,
      };
      return { ...state, messages: [...state.messages, message] };
    }
    case 'own': {
      const messages = state.messages.map((each) =>
        each.id === command.message ? { ...each, owner: by } : each,
      );
      return { ...state, messages };
    }
    case 'rate': {
      const { evidence, rating, task, why } = command;
      // An evaluator who rates a task again has changed his mind.
      const others = state.ratings.filter((each) => each.task !== task || each.by !== by);
      return { ...state, ratings: [...others, { task, by, rating, why, evidence, elapsed }] };
    }
    case 'overrule': {
      const { expectation, verdict, why } = command;
      const evidence = state.verdicts.get(expectation)?.evidence ?? [];
      return {
        ...state,
        verdicts: set(state.verdicts, expectation, { verdict, elapsed, evidence, by, why }),
      };
    }
    case 'observe': {
      const { evidence, text } = command;
      return { ...state, observations: [...state.observations, { id, by, text, evidence, elapsed }] };
    }
    case 'answer': {
      const { answers, questionnaire } = command;
      const others = state.answers.filter((each) => each.questionnaire !== questionnaire || each.by !== by);
      return { ...state, answers: [...others, { questionnaire, by, answers }] };
    }
    case 'find': {
      const { evidence, finding, kind, rules, task, text } = command;
      const found = {
        id: finding,
        by,
        kind,
        text,
        ...(task === undefined ? {} : { task }),
        rules,
        evidence,
      };
      return { ...state, findings: new Map(state.findings).set(finding, found) };
    }
    case 'assign': {
      const { action, finding, owner, status, text, until } = command;
      const assigned = {
        id: action,
        finding,
        text,
        owner,
        ...(until === undefined ? {} : { until }),
        status,
      };
      return { ...state, actions: new Map(state.actions).set(action, assigned) };
    }
    case 'startex':
    case 'pause':
    case 'resume':
    case 'endex':
    case 'set-rate':
    case 'jump':
    case 'step':
    case 'send':
      return state;
  }
}

function changed(state: Exercise, id: string, change: (inject: InjectState) => InjectState): Exercise {
  return withInject(state, change(state.injects.get(id)!));
}

/** The expectations of an inject that was written now. */
function expecting(
  state: Exercise,
  { edit, inject }: Extract<ExerciseCommand, { readonly type: 'edit' | 'insert' }>,
): Exercise {
  const expectations = edit.expected.reduce((known, { id }) => set(known, id, inject), state.expectations);
  return { ...state, expectations };
}
