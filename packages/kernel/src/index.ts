/** The kernel: the language, the authority engine and the claims. Pure: no I/O, no clock, no randomness of its own. */
export * from './arrangement/act.ts';
export * from './arrangement/date.ts';
export * from './arrangement/fault.ts';
export * from './arrangement/formula.ts';
export * from './arrangement/model.ts';
export { nearest } from './arrangement/nearest.ts';
export { describeFault } from './arrangement/describe.ts';
export { readFormula, readOutcome } from './arrangement/read/argument.ts';
export { readArrangement } from './arrangement/read/arrangement.ts';
export type { Files } from './arrangement/read/files.ts';
export { ask, describeRefusal } from './authority/ask.ts';
export {
  changes,
  compare,
  decisions,
  voices,
  type Changes,
  type Compared,
  type MatterComparison,
  type PartyVoice,
} from './authority/compare.ts';
export { voiceRank } from './authority/grants.ts';
export { seatOf } from './authority/players.ts';
export * from './authority/question.ts';
export * from './authority/words.ts';
export * from './claim/check.ts';
export * from './claim/model.ts';
export * from './claim/mutate.ts';
export { readClaims } from './claim/read.ts';
export { format } from './claim/read-layout.ts';
export * as consultation from './consultation/consultation.ts';
export * as exercise from './exercise/index.ts';
export * as msel from './msel/index.ts';
export * as record from './record/index.ts';
export * from './text/catalogue.ts';
export * from './text/lang.ts';
