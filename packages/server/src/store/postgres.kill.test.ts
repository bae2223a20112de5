import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPostgres, type PostgresStore } from './postgres.ts';
import { expectWhole, killedWithin, startCommitter } from './testing/commit-process.ts';
import { POSTGRES, sharedPostgres, type Server } from './testing/postgres.ts';

describe.skipIf(!POSTGRES)('on a PostgreSQL server', () => {
  let server: Server;
  let address = '';
  let store: PostgresStore;
  beforeAll(async () => {
    server = await sharedPostgres();
  });
  beforeEach(async () => {
    address = await server.database();
    store = await openPostgres(address);
  });
  afterEach(() => store.close());

  test('processes killed at any moment, 30 in all and three at a time, leave all that they acknowledged and nothing half done', async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < 10; kill += 1) {
      const all = ['one', 'two', 'three'].map((name) => killedWithin(startCommitter('', name, address), 60));
      for (const lines of await Promise.all(all)) acknowledged.push(...lines);
      // What the killed ones had sent last may still be under way: whoever locks a stream after them waits for it.
      await store.commit({ appends: [{ stream: 'all', at: 'end', rows: [] }] });
      await expectWhole(store, acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThan(100);
  });
});
