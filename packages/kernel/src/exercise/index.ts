/** Exercises: scenarios, and the runs of them. */
export { conditionHolds, type Holding } from './judge/condition.ts';
export { compare, type Comparison, type Figure, type Line } from './review/compare.ts';
export type { ConsultationMeasures, Lapse, Reached } from './review/consultation.ts';
export { jsonLines } from './review/lines.ts';
export { measures, type JudgedExpectation, type Measures } from './review/measures.ts';
export type { ExerciseRecord } from './review/record.ts';
export { rehearsals, type Rehearsals, type Rehearsed } from './review/rehearsed.ts';
export { timeline, waits, type Moment, type Wait } from './review/timeline.ts';
export type * from './scenario/condition.ts';
export type * from './scenario/effect.ts';
export { coverageOf, type ScenarioCoverage } from './scenario/examine/coverage.ts';
export { examine } from './scenario/examine/examine.ts';
export {
  describeFinding,
  FINDING_MESSAGES,
  GAP_CODES,
  isProblem,
  PROBLEM_CODES,
  type ScenarioFinding,
  type ScenarioFindingCode,
} from './scenario/examine/finding.ts';
export { play, type Move, type PlayOptions, type ScriptedMove } from './play/play.ts';
export type { PartCommand, SeatCommand } from './play/playing.ts';
export { groundOf } from './scenario/examine/ground.ts';
export * from './scenario/model.ts';
export { behind, type Behind } from './run/behind.ts';
export { opening } from './scenario/opening.ts';
export { begin } from './run/begin.ts';
export { formatScenario, scenarioSchema } from './scenario/read/layout.ts';
export { readScenario } from './scenario/read/scenario.ts';
export { CONTROL, parseSinceStart, SERIAL } from './scenario/read/words.ts';
export * from './run/clock.ts';
export { decide, nextMoment, type ExerciseDecision } from './run/decide.ts';
export { evolve } from './run/evolve.ts';
export * from './run/model.ts';
export { orders, type CaseOrder } from './run/orders.ts';
export {
  EXERCISE_REFUSAL_CODES,
  explainRefusal,
  type ExerciseRefusal,
  type ExerciseRefusalCode,
} from './run/refusal.ts';
export { mayCommand, viewerName, viewerOf } from './run/roles.ts';
export { seen } from './run/see.ts';
export type * from './run/seen.ts';
export { realMoment, scenarioInstant, type Stage } from './run/stage.ts';
export { applySeen, updates, type SeenUpdate } from './run/tell.ts';
export { sitsIn } from './run/visible.ts';
