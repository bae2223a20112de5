/** The store: opened, backed up and restored; its faults in words. */
export { backup, restore, type Backup } from './backup.ts';
export { describeStoreFault } from './describe.ts';
export { replyOf, StoreError, type StoreFault, type StoreFaultCode, type StoreReply } from './fault.ts';
export { openSnapshot, openStore, type StoreSettings } from './open.ts';
export type * from './store.ts';
