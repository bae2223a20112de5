/** The server: the store, the record on disk, cases, accounts and HTTP. */
export * from './config.ts';
export { StartError } from './operation/start-error.ts';
export { startServer, type Started } from './server.ts';
export * from './store/index.ts';
