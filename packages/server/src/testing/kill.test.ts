/**
 * `foedus serve`, killed with -9 at random moments while clients act: what was acknowledged is found, and nothing is doubled though the
 * clients send again. 30 times on each store take five minutes: FOEDUS_KILLS=30.
 */
import { mkdir, mkdtemp, rm, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { consultation } from '@foedus/kernel';
import { POSTGRES, sharedPostgres } from '../store/testing/postgres.ts';
import { Actor } from './actor.ts';
import { ask, historyOf, Watcher } from './client.ts';
import { foedus, serve, type Served } from './process.ts';

const ARRANGEMENT = fileURLToPath(
  new URL('../../../../arrangements/examples/tutorial-two-party', import.meta.url),
);
const KILLS = Number(process.env['FOEDUS_KILLS'] ?? 5);
/** Milliseconds. */
const TIMEOUT = 60_000 + KILLS * 15_000;
/** Milliseconds: after an acknowledgement, the kill comes within so many. */
const WITHIN = 250;
const SEATS = ['arden-president', 'borea-president', 'arden-president', 'borea-president'] as const;

let folder = '';
let arrangements = '';
const servers: Served[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foedus-kill-'));
  arrangements = join(folder, 'arrangements');
  await mkdir(join(arrangements, 'pact'), { recursive: true });
  await copyFile(join(ARRANGEMENT, 'arrangement.yaml'), join(arrangements, 'pact', 'arrangement.yaml'));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((each) => each.kill()));
  await rm(folder, { recursive: true });
});

async function served(data: string, databaseUrl?: string): Promise<Served> {
  const server = await serve({ data, arrangements, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  servers.push(server);
  return server;
}

async function opened({ url }: Served): Promise<string> {
  const seat = 'arden-president';
  const open = { type: 'open', key: 'open', seat, office: seat, arrangement: 'tutorial-two-party' };
  const frame = { at: '2024-01-01' };
  const { body } = await ask(url, 'cases', {
    kind: 'live',
    open: { ...open, frame, matters: ['border-exercise'] },
  });
  return `cases/${String(body['id'])}/as`;
}

/** The ids of the items that a feed told of, in their order. */
function itemsOf(updates: readonly consultation.Update[]): readonly string[] {
  return updates.flatMap((each) => (each.type === 'item' ? [each.item.id] : []));
}

async function killed(processes: readonly Served[], path: string): Promise<void> {
  const at = (index: number): Served => processes[index % processes.length]!;
  const actors = SEATS.map((seat, index) => new Actor(at(index), path, seat, index));
  const watchers = ['seat:arden-president', 'seat:borea-president', 'public'].map(
    (viewer, index) => [viewer, new Watcher(at(index).url, `${path}/${viewer}`)] as const,
  );
  const acknowledged = (): readonly (readonly [string, number])[] =>
    actors.flatMap((each) => [...each.acknowledged]);
  for (let round = 0; round < KILLS; round += 1) {
    const before = acknowledged().length;
    while (acknowledged().length === before) await sleep(5);
    await sleep(Math.random() * WITHIN);
    const victim = at(Math.floor(Math.random() * processes.length));
    await victim.kill();
    const known = acknowledged();
    await victim.start();
    const found = new Map(
      (await historyOf(victim.url, `${path}/public`)).flatMap((each) =>
        each.type === 'item' ? [[each.item.id, each.item.command.at]] : [],
      ),
    );
    expect(known.filter(([id, time]) => found.get(id) !== time)).toEqual([]);
  }
  await Promise.all(actors.map((each) => each.stop()));

  const whole = await historyOf(at(0).url, `${path}/public`);
  const ids = itemsOf(whole);
  expect(ids.toSorted()).toEqual(['arden-president/open', ...acknowledged().map(([id]) => id)].toSorted());
  for (const [viewer, watcher] of watchers) {
    const history = await historyOf(at(1).url, `${path}/${viewer}`);
    expect(itemsOf(history)).toEqual(ids);
    await watcher.until(history.length);
    expect(watcher.told.map(({ data }) => data)).toEqual(history);
    expect(watcher.told.map(({ id }) => Number(id))).toEqual(history.map((_, index) => index + 1));
  }
}

/** The record that the process left, verified by itself; it has an entry for each item. */
async function verified(data: string, items: number): Promise<void> {
  const { err, exit, out } = await foedus('verify', data, '--json');
  expect([exit, err]).toEqual([0, '']);
  const { logs } = JSON.parse(out) as { readonly logs: readonly { readonly entries: number }[] };
  expect(logs.reduce((sum, { entries }) => sum + entries, 0)).toBe(items);
}

test(`on SQLite, ${KILLS} times`, { timeout: TIMEOUT }, async () => {
  const data = join(folder, 'data');
  const server = await served(data);
  const path = await opened(server);
  await killed([server], path);
  const items = itemsOf(await historyOf(server.url, `${path}/public`)).length;
  expect(await server.stop()).toBe(0);
  await verified(data, items);
});

test.skipIf(!POSTGRES)(`on PostgreSQL with two processes, ${KILLS} times`, { timeout: TIMEOUT }, async () => {
  const address = await (await sharedPostgres()).database();
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  const first = await served(one, address);
  await mkdir(join(other, 'keys'), { recursive: true });
  await copyFile(join(one, 'keys', 'record.key'), join(other, 'keys', 'record.key'));
  const second = await served(other, address);
  const path = await opened(first);
  await killed([first, second], path);
  const items = itemsOf(await historyOf(first.url, `${path}/public`)).length;
  expect([await first.stop(), await second.stop()]).toEqual([0, 0]);
  await verified(one, items);
  await verified(other, items);
});
