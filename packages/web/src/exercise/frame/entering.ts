/** Coming in: who one is in an exercise, what one may know of its scenario, and the arrangement that it is played under. */
import type { Arrangement, exercise } from '@foedus/kernel';
import { exerciseHead, pathOfParticipant, type KnownScenario } from '../../api/exercises.ts';
import { Trouble } from '../../api/problem.ts';
import { open } from '../../engine/library.ts';
import { scenarioKnown } from './known-scenario.ts';

export interface Entered {
  readonly me: exercise.Participant;
  readonly scenario: KnownScenario;
  readonly arrangement: Arrangement;
}

export async function enter(id: string, participant: string): Promise<Entered> {
  const head = await exerciseHead(id);
  const me = head.me.find((each) => each.id === participant);
  if (!me) throw new Trouble('not-found');
  const [scenario, { read }] = await Promise.all([
    scenarioKnown(pathOfParticipant(id, participant)),
    open(head.arrangement),
  ]);
  // INVARIANT: the server begins no exercise under an arrangement with faults.
  if (!read.ok) throw new Trouble('failed');
  return { me, scenario, arrangement: read.value };
}
