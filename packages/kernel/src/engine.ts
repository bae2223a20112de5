/** The engine by itself: fault trees, voting games and outcomes as functions, solved. */
export * from './fault-tree.ts';
export { outcomeCircuit, type OutcomeCircuit, type OutcomeQuestion } from './authority/outcome-circuit.ts';
export { gameCircuit, type Game, type Rule } from './game/model.ts';
export { readGame } from './game/read.ts';
export {
  generateAlliance,
  SHAPES,
  type Alliance,
  type AllianceShape,
} from './authority/generate/generate.ts';
export { WhatIf } from './authority/what-if.ts';
