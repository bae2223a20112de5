/** Fault trees read, solved and written: the part of the engine that needs no arrangement, and so loads in an instant. */
export type { Circuit, Gate } from './authority/diagram/circuit.ts';
export { fraction, show, toNumber, type Fraction } from './authority/diagram/fraction.ts';
export type { MinimalSets } from './authority/diagram/minimal.ts';
export * from './authority/diagram/solve.ts';
export { treeCircuit, type TreeCircuit } from './openpsa/circuit.ts';
export { describeMefFault, type MefFault, type MefResult } from './openpsa/fault.ts';
export { importance, type Importance } from './openpsa/importance.ts';
export { readOpenPsa } from './openpsa/read.ts';
export { writeOpenPsa, type WriteOptions } from './openpsa/write.ts';
