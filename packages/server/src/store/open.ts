/** Opens whichever store the settings name. */
import { replyOf, type StoreReply } from './fault.ts';
import type { Store } from './store.ts';

export interface StoreSettings {
  /** Where the embedded store lies, and whatever else belongs to one process; made if it isn't there. */
  readonly dataFolder: string;
  /** `postgresql://…`: the store is in this database, and the folder holds none. */
  readonly databaseUrl?: string | undefined;
}

/** The store, up to date and ready, or why it can't be opened. Each implementation is loaded when it is needed. */
export function openStore({ dataFolder, databaseUrl }: StoreSettings): Promise<StoreReply<Store>> {
  return replyOf(async () => {
    if (databaseUrl) return await (await import('./postgres.ts')).openPostgres(databaseUrl);
    return await (await import('./sqlite.ts')).openSqlite(dataFolder);
  });
}

/**
 * A store of which only a snapshot can be taken. An embedded one is read beside the process that has it open; nothing is written to it. Throws a
 * `StoreError` where there is none.
 */
export async function openSnapshot({
  dataFolder,
  databaseUrl,
}: StoreSettings): Promise<Pick<Store, 'snapshot'>> {
  if (databaseUrl) return await (await import('./postgres.ts')).readPostgres(databaseUrl);
  return await (await import('./sqlite.ts')).readSqlite(dataFolder);
}
