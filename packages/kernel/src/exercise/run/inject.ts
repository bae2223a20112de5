/** How an inject stands on the board, and what follows from that for the agenda. */
import { canonical } from '../../record/canonical.ts';
import type { Inject } from '../scenario/model.ts';
import { added, removed } from './agenda.ts';
import { elapsedOf } from './clock.ts';
import type { Agendum, Exercise, InjectEdit, InjectState } from './model.ts';
import { set } from './table.ts';

/** Its place on the agenda: it is sent by the clock when it is ready, not held, and its moment is known. */
export function agendumOf({ due, inject, number, state }: InjectState): Agendum | undefined {
  return state === 'planned' && inject.status === 'ready' && due !== undefined
    ? { type: 'inject', inject: inject.id, due, number }
    : undefined;
}

/** Whether its branch's condition is still looked at. */
export function isWaiting({ due, inject, state }: InjectState): boolean {
  return (state === 'planned' || state === 'held') && inject.due.type === 'branch' && due === undefined;
}

/** The exercise with an inject as it stands now. */
export function withInject(state: Exercise, now: InjectState): Exercise {
  const { id } = now.inject;
  const before = state.injects.get(id);
  const [was, is] = [before && agendumOf(before), agendumOf(now)];
  const same = was?.due === is?.due;
  const without = was && !same ? removed(state.agenda, was) : state.agenda;
  return {
    ...state,
    injects: set(state.injects, id, now),
    agenda: is && !same ? added(without, is) : without,
  };
}

/** The inject as a controller has written it. What is due by the same rule keeps its moment. */
export function edited(before: InjectState, edit: InjectEdit): InjectState {
  const { due: moment, ...rest } = before;
  const inject: Inject = { ...edit, id: before.inject.id, place: before.inject.place };
  const due = isSame(edit.due, before.inject.due) ? moment : momentIn(edit);
  return { ...rest, inject, edited: true, ...(due === undefined ? {} : { due }) };
}

export function inserted(id: string, edit: InjectEdit, number: number): InjectState {
  const due = momentIn(edit);
  return {
    number,
    inject: { ...edit, id, place: NOWHERE },
    state: 'planned',
    ...(due === undefined ? {} : { due }),
    tested: false,
    inserted: true,
    edited: false,
    acknowledged: [],
  };
}

/** An inject that is in no file. */
const NOWHERE = { file: '', line: 1, column: 1 };

function momentIn({ due }: InjectEdit): InjectState['due'] {
  return due.type === 'time' ? elapsedOf(due.after) : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  const [left, right] = [canonical(one), canonical(other)];
  return left.ok && right.ok && left.value === right.value;
}
