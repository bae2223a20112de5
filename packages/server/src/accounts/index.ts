/** Accounts, as the command needs them. */
export * from './console.ts';
export * from './open.ts';
export type { Grant } from './account.ts';
export type { Clock } from './instant.ts';
export type { Principal, Role } from './principal.ts';
