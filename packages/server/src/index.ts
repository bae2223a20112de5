/** The server: the store, the record on disk, cases, accounts and HTTP. */
export * from './store/index.ts';
