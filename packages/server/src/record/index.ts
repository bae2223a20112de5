/** The record of a node. */
export { nodeSigner, nodeVerifier } from './ed25519.ts';
export { payloadFor, type RecordedCase, type Recording } from './entries.ts';
export { exportRecord, type Exported, type ExportFor } from './export.ts';
export { RecordError, type RecordErrorCode } from './fault.ts';
export { FILES, type Files } from './files.ts';
export { recordedItems, type RecordedItem } from './items.ts';
export { openKeys, RESTORED, type Keyring } from './keys.ts';
export type { ProvedEntry } from './log-files.ts';
export { NodeRecord, type Found, type RecordOptions } from './open.ts';
export { openParallel } from './open-parallel.ts';
export { attachedCell, packAttached, unpackAttached, type Attached } from './payload.ts';
export type { Audience, Place } from './places.ts';
export { catchUpLogs, liftMark, type CaughtUp, type Evidence } from './reconcile.ts';
export { rotate, type HandedOver } from './rotate.ts';
