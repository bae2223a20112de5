/** Exercises: scenarios, and the runs of them. */
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
export { groundOf, opening } from './scenario/examine/ground.ts';
export * from './scenario/model.ts';
export { formatScenario, scenarioSchema } from './scenario/read/layout.ts';
export { readScenario } from './scenario/read/scenario.ts';
export { CONTROL, parseSinceStart, SERIAL } from './scenario/read/words.ts';
export * from './run/clock.ts';
export * from './run/model.ts';
export type * from './run/seen.ts';
