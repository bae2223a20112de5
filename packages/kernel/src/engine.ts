/** The engine by itself: fault trees, voting games and outcomes as functions, solved. */
export type { Circuit, Gate } from './authority/diagram/circuit.ts';
export { fraction, show, toNumber, type Fraction } from './authority/diagram/fraction.ts';
export type { MinimalSets } from './authority/diagram/minimal.ts';
export * from './authority/diagram/solve.ts';
export { outcomeCircuit, type OutcomeCircuit, type OutcomeQuestion } from './authority/outcome-circuit.ts';
export { gameCircuit, type Game, type Rule } from './game/model.ts';
export { readGame } from './game/read.ts';
export { treeCircuit, type TreeCircuit } from './openpsa/circuit.ts';
export { describeMefFault, type MefFault, type MefResult } from './openpsa/fault.ts';
export { importance, type Importance } from './openpsa/importance.ts';
export { readOpenPsa } from './openpsa/read.ts';
export { writeOpenPsa, type WriteOptions } from './openpsa/write.ts';
export {
  generateAlliance,
  SHAPES,
  type Alliance,
  type AllianceShape,
} from './authority/generate/generate.ts';
export { WhatIf } from './authority/what-if.ts';
