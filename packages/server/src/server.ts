/** A server: its parts opened in their order, and closed in the opposite one. */
import { join } from 'node:path';
import { readShelf } from './cases/arrangements.ts';
import { Cases } from './cases/cases.ts';
import { Documents } from './cases/documents.ts';
import { REAL_WORLD } from './cases/world.ts';
import type { Config } from './config.ts';
import { buildApp } from './http/app.ts';
import { Watchers } from './live/watchers.ts';
import { loggerAt } from './operation/log.ts';
import { Metrics } from './operation/metrics.ts';
import { NodeRecord } from './record/index.ts';
import { openSqlite } from './store/sqlite.ts';

export interface Started {
  /** Where it is reached. */
  readonly url: string;
  /** Accepts nothing more, finishes what was begun, publishes the record and closes the store. */
  close(): Promise<void>;
}

/** Throws a `StoreError` or a `RecordError` where the data can't be gone on with. */
export async function startServer(config: Config): Promise<Started> {
  const logger = loggerAt(config.log);
  const store = await openSqlite(config.data);
  const world = REAL_WORLD;
  const opened = await NodeRecord.open({
    store,
    folder: join(config.data, 'record'),
    keysFolder: join(config.data, 'keys'),
    onError: (error) =>
      logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'not published'),
  });
  const shelf = readShelf(config.arrangements);
  for (const { faults, folder } of shelf.faulty)
    logger.warn({ folder, codes: faults.map(({ code }) => code) }, 'an arrangement has faults');
  const cases = new Cases({ store, world, recorder: opened }, shelf);
  await cases.start();
  const watchers = new Watchers();
  const metrics = new Metrics();
  const app = await buildApp(
    { store, world, cases, documents: new Documents(store, world), watchers, metrics, logger },
    {
      origin: config.origin ?? `http://${config.host}:${config.port}`,
      demo: config.demo,
      rateLimit: config.rateLimit,
      ...(config.pages === undefined ? {} : { pages: config.pages }),
    },
  );
  await app.listen({ host: config.host, port: config.port });
  const address = app.addresses()[0]!;
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: config.origin ?? `http://${host}:${address.port}`,
    async close() {
      watchers.close();
      await app.close();
      await cases.close();
      await opened.close();
      metrics.close();
      await store.close();
    },
  };
}
