/** Exercises and the scenarios that they are played from, as the server keeps them. */
import type { exercise, Place, Text } from '@foedus/kernel';
import { getJson } from './get.ts';
import type { Plain } from './plain.ts';
import { send, type Answer } from './send.ts';

export type Scenario = Plain<exercise.Scenario>;

export interface ScenarioHead extends Pick<
  Scenario,
  'id' | 'name' | 'situation' | 'arrangement' | 'at' | 'length'
> {
  readonly cells: readonly Pick<exercise.Cell, 'id' | 'name' | 'kind' | 'seats'>[];
  /** How many. */
  readonly injects: number;
}

/** What is found out about a scenario before it is played. */
export interface ScenarioFinding {
  readonly code: string;
  /** It will not work as it is written; else it may be meant so. */
  readonly problem: boolean;
  readonly place: Place;
  readonly says: Text;
}

/** An exercise that one takes part in or directs. */
export interface ExerciseHead {
  readonly id: string;
  readonly name: exercise.Wording;
  /** The scenario. */
  readonly scenario: string;
  readonly arrangement: string;
  readonly phase: exercise.Exercise['phase'];
  /** As whom one takes part; in a demonstration everybody. */
  readonly me: readonly exercise.Participant[];
}

/** One of them, with what all who take part may know. */
export interface OneExercise extends ExerciseHead {
  readonly cells: ScenarioHead['cells'];
}

/** What somebody who takes part may know of the scenario: all of it for who directs and who judges. */
export type KnownScenario = Pick<
  Scenario,
  'id' | 'name' | 'situation' | 'arrangement' | 'at' | 'startex' | 'capitals' | 'cells' | 'questionnaires'
> & {
  /** Who plays knows those that were convened, or that are his to convene, by name. */
  readonly consultations: Readonly<
    Record<string, Pick<Scenario['consultations'][string], 'id' | 'name' | 'convener'>>
  >;
} & Partial<Pick<Scenario, 'length' | 'controllers' | 'objectives' | 'parts' | 'injects'>>;

/** What he sees of the exercise, with the name of the last update that is contained. */
export interface ShownExercise extends exercise.SeenExercise {
  readonly cursor: string;
  /** The server's moment, when the whole was given: `now` is that of what happened last. */
  readonly at: number;
}

/** What he asks of it; who he is and when it was are the server's to say. */
export type Asked = exercise.ExerciseCommand extends infer C
  ? C extends exercise.ExerciseCommand
    ? Omit<C, 'by' | 'at' | 'key'>
    : never
  : never;

/** The part that one takes with a code. */
export type Part = Pick<exercise.Participant, 'role' | 'cell' | 'seat' | 'controller'>;

export interface JoinCode extends Part {
  readonly id: string;
  readonly code: string;
  readonly link: string;
  /** How many have joined with it. */
  readonly used: number;
}

const EXERCISES = '/api/v1/exercises';
const SCENARIOS = '/api/v1/scenarios';

export async function listScenarios(): Promise<readonly ScenarioHead[]> {
  return (await getJson<{ scenarios: readonly ScenarioHead[] }>(SCENARIOS)).scenarios;
}

export function scenarioOf(id: string): Promise<Scenario> {
  return getJson(`${SCENARIOS}/${encodeURIComponent(id)}`);
}

export async function findingsOf(id: string): Promise<readonly ScenarioFinding[]> {
  const found = await getJson<{ findings: readonly ScenarioFinding[] }>(
    `${SCENARIOS}/${encodeURIComponent(id)}/check`,
  );
  return found.findings;
}

export async function listExercises(): Promise<readonly ExerciseHead[]> {
  return (await getJson<{ exercises: readonly ExerciseHead[] }>(EXERCISES)).exercises;
}

/** Sent again under the same key, it begins no second one. */
export function beginExercise(key: string, scenario: string): Promise<Answer<{ readonly id: string }>> {
  return send(EXERCISES, { json: { key, scenario } });
}

export function pathOfExercise(id: string): string {
  return `${EXERCISES}/${encodeURIComponent(id)}`;
}

export function exerciseHead(id: string): Promise<OneExercise> {
  return getJson(pathOfExercise(id));
}

/** Under which everything of one who takes part stands. */
export function pathOfParticipant(id: string, participant: string): string {
  return `${pathOfExercise(id)}/as/${encodeURIComponent(participant)}`;
}

export async function listCodes(id: string): Promise<readonly JoinCode[]> {
  return (await getJson<{ codes: readonly JoinCode[] }>(`${pathOfExercise(id)}/codes`)).codes;
}

export function makeCode(id: string, of: Part): Promise<Answer<JoinCode>> {
  return send(`${pathOfExercise(id)}/codes`, { json: of });
}

/** Nobody joins with it any more; who has, stays. */
export function endCode(id: string, code: string): Promise<Answer<null>> {
  return send(`${pathOfExercise(id)}/codes/${encodeURIComponent(code)}`, { method: 'DELETE' });
}

export interface Joined {
  readonly exercise: string;
  readonly participant: exercise.Participant;
}

export function join(code: string, name: string): Promise<Answer<Joined>> {
  return send('/api/v1/join', { json: { code, name } });
}
