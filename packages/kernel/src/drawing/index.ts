/** What every drawing of an arrangement has in common, wherever it is drawn: colours of parties, columns of a matrix, the layout of a map. */
export * from './columns.ts';
export * from './layered.ts';
export * from './needs.ts';
export * from './parties.ts';
