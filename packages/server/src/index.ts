/** The server: the store, the record on disk, cases, accounts and HTTP. */
export type * from './store/store.ts';
