/** The server: the store, the record on disk, cases, accounts and HTTP. */
export * as accounts from './accounts/index.ts';
export { readShelf } from './cases/arrangements.ts';
export { reconcile, type CaseCaughtUp, type Reconciled } from './cases/reconcile.ts';
export * from './config.ts';
export { StartError } from './operation/start-error.ts';
export { startServer, type Started } from './server.ts';
export * from './store/index.ts';
