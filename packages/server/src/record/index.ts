/** The record of a node. */
export { nodeSigner, nodeVerifier } from './ed25519.ts';
export type { RecordedCase, Recording } from './entries.ts';
export { exportRecord, type Exported, type ExportFor } from './export.ts';
export { RecordError, type RecordErrorCode } from './fault.ts';
export { FILES, type Files } from './files.ts';
export { openKeys, type Keyring } from './keys.ts';
export type { ProvedEntry } from './log-files.ts';
export { NodeRecord, type Found, type RecordOptions } from './open.ts';
export { openParallel } from './open-parallel.ts';
export type { Audience, Place } from './places.ts';
export { reconcile, RESTORED, type CaughtUp, type Evidence } from './reconcile.ts';
