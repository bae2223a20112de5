/** The record of a node. */
export type { RecordedCase, Recording } from './entries.ts';
export { RecordError, type RecordErrorCode } from './fault.ts';
export { NodeRecord, RESTORED, type RecordOptions } from './open.ts';
