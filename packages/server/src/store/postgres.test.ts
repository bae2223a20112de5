import { beforeAll, describe } from 'vitest';
import { openPostgres } from './postgres.ts';
import { contract } from './testing/contract.ts';
import { POSTGRES, sharedPostgres, type Server } from './testing/postgres.ts';

describe.skipIf(!POSTGRES)('on a PostgreSQL server', () => {
  let server: Server;
  let address = '';
  beforeAll(async () => {
    server = await sharedPostgres();
    address = await server.database();
  });

  contract('PostgreSQL', async () => {
    await server.ask('DROP SCHEMA IF EXISTS foedus CASCADE', address);
    return await openPostgres(address);
  });
});
