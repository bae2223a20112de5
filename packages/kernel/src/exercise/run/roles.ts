/** Who may do what in an exercise: the whole policy. */
import type { Scenario } from '../scenario/model.ts';
import { CONTROL } from '../scenario/read/words.ts';
import type { ExerciseCommand, ExerciseRole, Participant } from './model.ts';
import type { ExerciseViewer } from './seen.ts';

const DIRECTING: readonly ExerciseRole[] = ['director'];
const CONTROLLING: readonly ExerciseRole[] = ['director', 'controller'];
const PLAYING: readonly ExerciseRole[] = ['player', 'role-player'];
const EVALUATING: readonly ExerciseRole[] = ['director', 'evaluator'];

const MAY: Readonly<Record<ExerciseCommand['type'], readonly ExerciseRole[]>> = {
  startex: DIRECTING,
  pause: DIRECTING,
  resume: DIRECTING,
  endex: DIRECTING,
  'set-rate': DIRECTING,
  jump: DIRECTING,
  step: DIRECTING,
  admit: DIRECTING,
  dismiss: DIRECTING,
  send: CONTROLLING,
  hold: CONTROLLING,
  release: CONTROLLING,
  skip: CONTROLLING,
  test: CONTROLLING,
  edit: CONTROLLING,
  insert: CONTROLLING,
  acknowledge: PLAYING,
  write: [...CONTROLLING, 'evaluator', ...PLAYING],
  own: [...CONTROLLING, ...PLAYING],
  rate: EVALUATING,
  overrule: EVALUATING,
  observe: [...EVALUATING, 'controller'],
  find: EVALUATING,
  assign: EVALUATING,
  answer: [...CONTROLLING, 'evaluator', 'observer', ...PLAYING],
};

export function mayCommand(role: ExerciseRole, command: ExerciseCommand['type']): boolean {
  return MAY[command].includes(role);
}

/** Of the control group: who directs and who controls. */
export function isOfControl({ role }: Participant): boolean {
  return CONTROLLING.includes(role);
}

/** As whom somebody looks on. All of one cell and seat see the same. */
export function viewerOf({ cell, role, seat }: Participant): ExerciseViewer {
  switch (role) {
    case 'director':
    case 'controller':
      return { as: 'control' };
    case 'evaluator':
    case 'observer':
      return { as: role };
    case 'player':
    case 'role-player':
      return { as: 'cell', cell: cell ?? '', ...(seat === undefined ? {} : { seat }) };
  }
}

/** `control`, `evaluator`, `observer`, `cell:seoul`, `cell:seoul/rok-president`. */
export function viewerName(viewer: ExerciseViewer): string {
  if (viewer.as !== 'cell') return viewer.as;
  return viewer.seat === undefined ? `cell:${viewer.cell}` : `cell:${viewer.cell}/${viewer.seat}`;
}

/** Whether what is addressed so reaches a viewer who plays. */
export function reaches(to: readonly string[], viewer: ExerciseViewer & { readonly as: 'cell' }): boolean {
  return to.includes(viewer.cell) || (viewer.seat !== undefined && to.includes(viewer.seat));
}

/** Whether somebody speaks for a cell, a seat or control. */
export function speaksFor({ cell, seat, ...participant }: Participant, target: string): boolean {
  return target === CONTROL ? isOfControl(participant) : cell === target || seat === target;
}

/** Everybody's address: cells, the seats that are played, and control. */
export function isAddress(scenario: Scenario, target: string): boolean {
  return (
    target === CONTROL ||
    [...scenario.cells.values()].some(({ id, seats }) => id === target || seats.includes(target))
  );
}
