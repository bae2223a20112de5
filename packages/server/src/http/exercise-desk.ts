/** What the routes of exercises have in common. */
import type { FastifyRequest } from 'fastify';
import { consultation, type exercise } from '@foedus/kernel';
import { mayAdminister } from '../accounts/authority.ts';
import type { Principal } from '../accounts/principal.ts';
import type { RunExercise } from '../exercises/exercise.ts';
import { signedIn, type Desk } from './desk.ts';
import { problem } from './problem.ts';

type Participant = exercise.Participant;

export interface AtExercise {
  readonly exercise: string;
}

export interface AtParticipant extends AtExercise {
  readonly participant: string;
}

/** Whether somebody may make exercises under an arrangement: the secretariat, and whoever holds the part of an exercise's director under it. */
export function mayDirect(principal: Principal, arrangement: string): boolean {
  return (
    mayAdminister(principal) ||
    principal.roles.some(
      (role) =>
        role.role === 'seat-holder' &&
        role.seat === consultation.DIRECTOR &&
        role.arrangement === arrangement &&
        role.case === undefined,
    )
  );
}

/** As whom somebody takes part in an exercise; the one person of a demonstration, as everybody. */
export function partsOf(principal: Principal | null, run: RunExercise): readonly Participant[] {
  if (principal === null) return [];
  const present = [...run.state.participants.values()].filter(({ dismissed }) => !dismissed);
  if (principal.demo) return present;
  const mine = new Set(
    principal.roles.flatMap((role) =>
      role.role === 'participant' && role.exercise === run.meta.id ? [role.participant] : [],
    ),
  );
  return present.filter(({ id }) => mine.has(id));
}

/** The exercise as it stands in the store, if the request may know of it. What is denied is answered as what is not there. */
export async function exerciseOf(
  { exercises }: Desk,
  request: FastifyRequest,
  { exercise: id }: AtExercise,
): Promise<{ readonly run: RunExercise; readonly me: readonly Participant[] }> {
  signedIn(request);
  const run = await exercises.find(id);
  await run?.ready();
  await run?.catchUp();
  const me = run ? partsOf(request.principal, run) : [];
  if (!run || me.length === 0) throw problem('not-found');
  return { run, me };
}

/** The same, for somebody who takes part in one of these roles. */
export async function exerciseFor(
  desk: Desk,
  request: FastifyRequest,
  params: AtExercise,
  roles: readonly exercise.ExerciseRole[],
): Promise<{ readonly run: RunExercise; readonly me: Participant }> {
  const { me, run } = await exerciseOf(desk, request, params);
  const found = me.find(({ role }) => roles.includes(role));
  if (!found) throw problem('forbidden');
  return { run, me: found };
}

/** Who directs, controls or judges: sees everything that was played. */
export const JUDGING: readonly exercise.ExerciseRole[] = ['director', 'controller', 'evaluator'];

/** The exercise, with the participant for whom the request speaks. */
export async function participantOf(
  desk: Desk,
  request: FastifyRequest,
  params: AtParticipant,
): Promise<{ readonly run: RunExercise; readonly me: Participant }> {
  const { me, run } = await exerciseOf(desk, request, params);
  const found = me.find(({ id }) => id === params.participant);
  if (!found) throw problem('not-found');
  return { run, me: found };
}
