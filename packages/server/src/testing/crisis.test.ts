/** A consultation about a notional crisis from opening to closing, by real processes that are killed in the middle, and its record. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { POSTGRES, sharedPostgres } from '../store/testing/postgres.ts';
import { AFTER, BEFORE, BILATERAL, INTERNAL, SILENCE, THEN, writeRehearsal } from './crisis.ts';
import { foedus, serve, type Served } from './process.ts';
import { Talks } from './talks.ts';

let folder = '';
let arrangements = '';
const servers: Served[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-crisis-'));
  arrangements = join(folder, 'arrangements');
  writeRehearsal(join(arrangements, 'rok-us'));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((each) => each.kill()));
  rmSync(folder, { recursive: true });
});

async function held(processes: readonly Served[]): Promise<void> {
  const talks = await Talks.open(processes);
  const watchers = talks.watchers();
  await talks.go(BEFORE);
  expect(await talks.seenBy('seat:us-presidency')).not.toContain(INTERNAL);
  expect(await talks.seenBy('party:rok')).toContain(INTERNAL);

  const victim = processes.at(-1)!;
  await victim.kill();
  const started = victim.start();
  // The clients have not noticed, and go on.
  await talks.go(AFTER);
  await started;
  expect(await talks.seenBy('seat:us-presidency')).toContain(INTERNAL);
  const { due } = await talks.view('rok-deputy-minister-as-chair');
  expect(due).toMatchObject([
    { what: 'silence', of: 'us-defense-policy-as-chair/draft', from: 'rok-ncg-chair' },
  ]);
  await sleep(SILENCE * 1000 + 200);

  await talks.go(THEN);
  expect(await talks.view('us-presidency')).toMatchObject({ phase: 'closed', due: [] });
  expect(await talks.seenBy('public')).not.toMatch(new RegExp(`${INTERNAL}|${BILATERAL}`));
  for (const [seat, watcher] of watchers) {
    const told = await talks.history(seat);
    await watcher.until(told.length);
    expect(watcher.told.map(({ data }) => data)).toEqual(told);
  }
}

/** The record in a data folder: exported, and verified by the command and by a program that is not ours. */
async function verified(data: string): Promise<void> {
  const record = join(folder, `record-of-${data.split('/').at(-1)}`);
  const exported = await foedus('record', 'export', data, '-o', record, '--all');
  expect([exported.exit, exported.err]).toEqual([0, '']);
  const { exit, out } = await foedus('verify', record, '--json');
  expect(exit).toBe(0);
  const { logs } = JSON.parse(out) as { readonly logs: readonly { readonly entries: number }[] };
  const recorded = [...BEFORE, ...AFTER, ...THEN].filter(({ refused }) => refused === undefined).length + 1;
  expect(logs.reduce((sum, { entries }) => sum + entries, 0)).toBeGreaterThanOrEqual(recorded);
  goVerifies(record);
}

const GO = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode' };
const GO_PRESENT = spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env: GO }).status === 0;

interface TrustedLog {
  readonly origin: string;
  readonly keys: readonly { readonly key: string }[];
  readonly seats: readonly { readonly key: string }[];
}

function goVerifies(record: string): void {
  if (!GO_PRESENT) return;
  const program = join(folder, 'verify');
  const source = fileURLToPath(new URL('../../../kernel/src/record/testing/verify.go', import.meta.url));
  if (!existsSync(program)) execFileSync('go', ['build', '-o', program, source], { env: GO });
  const trust = JSON.parse(readFileSync(join(record, 'trust.json'), 'utf8')) as {
    readonly logs: readonly TrustedLog[];
  };
  expect(trust.logs.length).toBeGreaterThan(2);
  for (const { keys, origin, seats } of trust.logs) {
    const log = join(record, origin);
    const args = [log, keys[0]!.key, seats[0]!.key, join(log, 'checkpoint')];
    const { stderr, stdout } = spawnSync(program, args, { encoding: 'utf8' });
    expect([origin, stderr]).toEqual([origin, '']);
    expect(stdout).toMatch(/^verified \d+ /);
  }
}

test('on SQLite', async () => {
  const data = join(folder, 'data');
  servers.push(await serve({ data, arrangements }));
  await held(servers);
  expect(await servers[0]!.stop()).toBe(0);
  await verified(data);
});

test.skipIf(!POSTGRES)('on PostgreSQL, with the seats spread over two processes', async () => {
  const databaseUrl = await (await sharedPostgres()).database();
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  servers.push(await serve({ data: one, arrangements, databaseUrl }));
  mkdirSync(other);
  cpSync(join(one, 'keys'), join(other, 'keys'), { recursive: true });
  servers.push(await serve({ data: other, arrangements, databaseUrl }));
  await held(servers);
  for (const each of servers) expect(await each.stop()).toBe(0);
  await verified(one);
  await verified(other);
});
