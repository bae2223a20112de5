/** What every page of an exercise is about. */
import { consultation, nameOf, type Arrangement, type exercise } from '@foedus/kernel';
import { createContext, use } from 'react';
import type { KnownScenario, ShownExercise } from '../../api/exercises.ts';
import type { ExerciseView } from '../../place/place.ts';
import { useLang, useSay } from '../../text/speak.ts';
import { say } from '../words.ts';
import { worded } from '../wording.tsx';
import type { Outbox } from './outbox.ts';

export interface Playing {
  readonly id: string;
  /** Under which everything of this participant stands. */
  readonly path: string;
  readonly me: exercise.Participant;
  readonly scenario: KnownScenario;
  readonly arrangement: Arrangement;
  readonly seen: ShownExercise;
  /** By how many milliseconds the server's clock is ahead of ours. */
  readonly ahead: number;
  readonly ask: Outbox['ask'];
}

export const PlayingContext = createContext<Playing | undefined>(undefined);

/** INVARIANT: asked within an exercise only. */
export function usePlaying(): Playing {
  return use(PlayingContext)!;
}

/** Who controls the exercise. */
export const CONTROL = 'control';

const OF_CONTROL: readonly ExerciseView[] = [
  'board',
  'timeline',
  'cells',
  'messages',
  'people',
  'guide',
  'expected',
  'observations',
  'review',
  'replay',
];

/** The ways to look that a role has; the first is where it begins. */
export const VIEWS_OF: Readonly<Record<exercise.ExerciseRole, readonly ExerciseView[]>> = {
  director: OF_CONTROL,
  controller: OF_CONTROL,
  evaluator: ['guide', 'expected', 'observations', 'inbox', 'messages', 'review', 'replay'],
  observer: ['inbox', 'messages'],
  player: ['inbox', 'messages', 'documents'],
  'role-player': ['inbox', 'messages', 'documents'],
};

export function controls({ me }: Pick<Playing, 'me'>): boolean {
  return me.role === 'director' || me.role === 'controller';
}

export function judges({ me }: Pick<Playing, 'me'>): boolean {
  return me.role === 'director' || me.role === 'evaluator';
}

export function plays({ me }: Pick<Playing, 'me'>): boolean {
  return me.role === 'player' || me.role === 'role-player';
}

/** Names whoever takes part, sends or receives: somebody, a cell, a seat, control. */
export function useNames(): (id: string) => string {
  const { arrangement, scenario, seen } = usePlaying();
  const told = useSay(say);
  const lang = useLang();
  return (id) => {
    if (id === CONTROL || id === consultation.DIRECTOR) return told('control');
    const known = scenario.cells[id] ?? scenario.controllers?.[id];
    if (known) return worded(known.name, lang).text;
    const person = seen.participants.find((each) => each.id === id);
    return person?.name ?? nameOf(arrangement, id)[lang];
  };
}
