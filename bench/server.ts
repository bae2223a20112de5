/**
 * Live consultations under load: `npm run bench:server` writes docs/benchmarks-server.md, `node bench/server.ts` alone prints it. Each server is a
 * process of `foedus serve`, and the load is a process of its own, all on this machine.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { POSTGRES, startPostgres } from '../packages/server/src/store/testing/postgres.ts';
import { serve, type Served } from '../packages/server/src/testing/process.ts';
import { machine } from './measure.ts';
import type { Load, Loaded, Tail } from './server-load.ts';

const WATCHERS = [2, 50, 500, 1000];
const RATE = 200;
const SECONDS = 5;
/** Milliseconds until the last watcher was told, for most of the acts. */
const GOAL = { watchers: 500, p99: 150 };
/** Milliseconds in which a server comes to rest before its memory is read. */
const REST = 1500;

const arrangements = fileURLToPath(new URL('../arrangements', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'foedus-bench-'));

interface Row extends Loaded {
  readonly store: string;
  readonly watchers: number;
  /** Kibibytes. */
  readonly perWatcher: number;
  /** Milliseconds of processors that the servers took for each act, with all that it brings. */
  readonly perAct: number;
  readonly viewers: number;
}

async function opened(url: string): Promise<Pick<Load, 'path' | 'viewers'>> {
  const seat = { seat: 'rok-presidency', office: 'rok-president' };
  const frame = { at: '2024-12-01' };
  const open = {
    type: 'open',
    key: 'open',
    ...seat,
    arrangement: 'rok-us',
    frame,
    matters: ['nuclear-release'],
  };
  const answer = await fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'live', open }),
  });
  const { id, viewers } = (await answer.json()) as {
    readonly id: string;
    readonly viewers: readonly string[];
  };
  return { path: `/api/v1/cases/${id}/as`, viewers };
}

/** Hundredths of a second of processors that the servers have taken, where Linux tells. */
function processor(servers: readonly Served[]): number {
  const times = servers.map((each) => {
    const path = `/proc/${each.pid()}/stat`;
    if (!existsSync(path)) return NaN;
    const fields = readFileSync(path, 'utf8').split(') ')[1]!.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  });
  return times.reduce((sum, each) => sum + each, 0);
}

/** Kibibytes that the servers hold. */
function memory(servers: readonly Served[]): number {
  const pids = servers.map((each) => String(each.pid()));
  const out = execFileSync('ps', ['-o', 'rss=', '-p', pids.join()], { encoding: 'utf8' });
  return out.split('\n').reduce((sum, line) => sum + Number(line), 0);
}

async function measure(store: string, servers: readonly Served[], watchers: number): Promise<Row> {
  const urls = servers.map(({ url }) => url);
  const load: Load = { urls, ...(await opened(urls[0]!)), watchers, rate: RATE, seconds: SECONDS };
  await sleep(REST);
  const before = memory(servers);
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('server-load.ts', import.meta.url)), JSON.stringify(load)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  await lines.next();
  await sleep(REST);
  const perWatcher = (memory(servers) - before) / watchers;
  const began = processor(servers);
  child.stdin.write('go\n');
  const { value } = await lines.next();
  if (value === undefined) throw new Error('the load ended without a result');
  if (child.exitCode === null) await once(child, 'close');
  const loaded = JSON.parse(value) as Loaded;
  const perAct = ((processor(servers) - began) * 10) / loaded.total;
  const row = { store, watchers, perWatcher, perAct, viewers: load.viewers.length, ...loaded };
  console.log(JSON.stringify(row));
  return row;
}

async function onSqlite(watchers: number): Promise<Row> {
  const server = await serve({ data: join(folder, `sqlite-${watchers}`), arrangements });
  const row = await measure('SQLite', [server], watchers);
  await server.stop();
  return row;
}

async function onPostgres(database: string, processes: number, watchers: number): Promise<Row> {
  const data = (n: number): string => join(folder, `postgres-${processes}-${watchers}-${n}`);
  const servers: Served[] = [];
  for (let n = 0; n < processes; n += 1) {
    if (n > 0) {
      mkdirSync(data(n));
      cpSync(join(data(0), 'keys'), join(data(n), 'keys'), { recursive: true });
    }
    servers.push(await serve({ data: data(n), arrangements, databaseUrl: database }));
  }
  const row = await measure(
    `PostgreSQL, ${processes} process${processes > 1 ? 'es' : ''}`,
    servers,
    watchers,
  );
  for (const each of servers) await each.stop();
  return row;
}

function verdict({ steady, store }: Row): string {
  const { acts, last } = steady;
  const met = acts >= RATE * 0.99 && last.p99 < GOAL.p99;
  return `${store}: ${met ? 'met' : 'not met'} in this run (${acts} acts/s, ${last.p99} ms).`;
}

function page(rows: readonly Row[]): string {
  const span = ({ p50, p99 }: Tail): string => `${p50} / ${p99}`;
  const cells = rows.map(({ most, perAct, perWatcher, steady, store, watchers }) => [
    store,
    watchers.toLocaleString('en'),
    steady.acts,
    most,
    span(steady.acknowledged),
    span(steady.each),
    span(steady.last),
    perAct.toFixed(1),
    watchers < 500 ? '–' : `${perWatcher.toFixed(0)} KiB`,
  ]);
  const names = [
    'store',
    'watchers',
    `acts/s of ${RATE}`,
    'most acts/s',
    'acknowledged',
    'each watcher',
    'last watcher',
    'processor',
    'memory',
  ];
  const lines = [names, names.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`);
  return `# The server under load

Made by \`npm run bench:server\`. A consultation under \`rok-us\` with all its seats: two of them act, half of the acts judged by the
arrangement, and each watcher follows all of it as one of ${rows[0]!.viewers} viewers. Servers, database and the load, which is a process of its own, share
the machine.

- **acts/s**: acknowledged (durable, in the record) while ${RATE} are sent in a second, and when 16 clients send again as soon as they are answered.
- **acknowledged**, **each watcher**, **last watcher**: milliseconds from sending a command to its answer, to each watcher, and to the last of
  all watchers, at ${RATE} acts a second; p50 / p99.
- **processor**: milliseconds of processors that the server processes take for an act, with all that it brings.
- **memory**: what the servers hold more for each watcher that follows.

Goal: ${RATE} acts/s with ${GOAL.watchers} watchers at p99 under ${GOAL.p99} ms. ${rows
    .filter(({ watchers }) => watchers === GOAL.watchers)
    .map(verdict)
    .join(' ')}

Where the load average before is near or above the number of processors, the servers had to share them with what else ran, and the milliseconds say
little of the server; **processor** is what it takes itself.

Two processes that act in one consultation take turns ([store.md](store.md)); before that, whoever lost a race tried again. On one machine, one right
after the other, with other work on it (load average 10 to 12), 50 watchers and PostgreSQL: before, 71 acts/s, acknowledged in 4,134 / 9,561 ms;
with turns 195 acts/s in 128 / 355 ms. Where the processors were short for both (load average 20), turns gave 30 to 49 acts/s, and races 57 to 89.

${machine()}; load average ${began[0]!.toFixed(1)} before, which is what else the machine did, and ${loadavg()[0]!.toFixed(1)} at the end.

${lines.join('\n')}
`;
}

const began = loadavg();
const rows: Row[] = [];
for (const watchers of WATCHERS) rows.push(await onSqlite(watchers));
if (POSTGRES) {
  const postgres = await startPostgres();
  for (const processes of [1, 2])
    for (const watchers of WATCHERS)
      rows.push(await onPostgres(await postgres.database(), processes, watchers));
  await postgres.stop();
}
rmSync(folder, { recursive: true });
const text = page(rows);
console.log(text);
if (process.argv.includes('--write'))
  writeFileSync(fileURLToPath(new URL('../docs/benchmarks-server.md', import.meta.url)), text);
