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

/** Milliseconds in which what was acknowledged is published. */
const PUBLISHED = 400;

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

/** `data`: the folder of one of the processes. */
async function held(processes: readonly Served[], data: string): Promise<void> {
  const talks = await Talks.open(processes);
  const watchers = talks.watchers();
  await talks.go(BEFORE);
  await sleep(PUBLISHED);
  cpSync(join(data, 'record'), join(folder, 'earlier'), { recursive: true });
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
  const grown = trust.logs.filter(({ keys, origin, seats }) => {
    const log = join(record, origin);
    // What somebody kept when half of it was said; a log that had nothing then is held to itself.
    const earlier = join(folder, 'earlier', origin, 'checkpoint');
    const older = existsSync(earlier) ? earlier : join(log, 'checkpoint');
    const args = [log, keysOf(keys), keysOf(seats), older];
    const { stderr, stdout } = spawnSync(program, args, { encoding: 'utf8' });
    expect([origin, stderr]).toEqual([origin, '']);
    const [, size] = /^verified (\d+) /.exec(stdout)!;
    return Number(readFileSync(older, 'utf8').split('\n')[1]) < Number(size);
  });
  expect(grown.length).toBeGreaterThan(1);
}

function keysOf(keys: readonly { readonly key: string }[]): string {
  return keys.map(({ key }) => key).join();
}

test('on SQLite', async () => {
  const data = join(folder, 'data');
  servers.push(await serve({ data, arrangements }));
  await held(servers, data);
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
  await held(servers, one);
  for (const each of servers) expect(await each.stop()).toBe(0);
  await verified(one);
  await verified(other);
});
