/**
 * What the stores do in a second: `node bench/store.ts [folder on the disk to measure]`. A commit adds one row of 500 bytes to a stream; each is
 * acknowledged when it is durable. PostgreSQL is measured where its binaries are found, on a server of its own with its usual settings.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../packages/server/src/store/postgres.ts';
import { openSqlite } from '../packages/server/src/store/sqlite.ts';
import type { Store } from '../packages/server/src/store/store.ts';
import { POSTGRES, startPostgres } from '../packages/server/src/store/testing/postgres.ts';
import { machine } from './measure.ts';

/** Milliseconds that each measurement takes. */
const FOR = 3_000;
const ROW = new Uint8Array(500).fill(7);

interface Measured {
  readonly store: string;
  readonly 'at a time': number;
  readonly 'commits/s': number;
  readonly 'p50 ms': number;
  readonly 'p99 ms': number;
}

/** So many clients, each of which commits again as soon as its last commit is acknowledged. */
async function measure(name: string, clients: readonly Store[]): Promise<Measured> {
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    clients.map(async (store, client) => {
      for (let begun = start; begun - start < FOR;) {
        await store.commit({ appends: [{ stream: `case/${client % 16}`, at: 'end', rows: [ROW] }] });
        const now = performance.now();
        times.push(now - begun);
        begun = now;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (part: number): number => Number(sorted[Math.floor(sorted.length * part)]!.toFixed(2));
  return {
    store: name,
    'at a time': clients.length,
    'commits/s': Math.round(times.length / seconds),
    'p50 ms': quantile(0.5),
    'p99 ms': quantile(0.99),
  };
}

/** How often the disk itself can be flushed in a second, which bounds what one client can do. */
function flushes(folder: string): number {
  const descriptor = openSync(join(folder, 'flushed'), 'w');
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < 1000; count += 1) {
    writeSync(descriptor, ROW);
    fsyncSync(descriptor);
  }
  closeSync(descriptor);
  return count;
}

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'foedus-bench-'));
const rows: Measured[] = [];
const many = (store: Store, count: number): Store[] => Array.from({ length: count }, () => store);
const sqlite = await openSqlite(join(folder, 'data'));
for (const count of [1, 16, 256]) rows.push(await measure('SQLite', many(sqlite, count)));
await sqlite.close();
if (POSTGRES) {
  const server = await startPostgres({ shared_buffers: '128MB' });
  const address = await server.database();
  const stores = await Promise.all([openPostgres(address), openPostgres(address)]);
  for (const count of [1, 16, 256]) rows.push(await measure('PostgreSQL', many(stores[0], count)));
  rows.push(await measure('PostgreSQL, from two stores', [...many(stores[0], 128), ...many(stores[1], 128)]));
  await Promise.all(stores.map((store) => store.close()));
  await server.stop();
}
console.log(`${machine()}; the disk is flushed ${flushes(folder)} times a second\n`);
console.table(rows);
rmSync(folder, { recursive: true });
