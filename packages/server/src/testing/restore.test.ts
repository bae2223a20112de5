/** A server whose store is lost: a backup is restored, what was done since is taken from the record, and the consultation goes on. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AFTER, BEFORE, SEATS, SILENCE, THEN, writeRehearsal, type SeatId } from './crisis.ts';
import { foedus, serve, type Served } from './process.ts';
import { Talks } from './talks.ts';

let folder = '';
let server: Served;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-restore-'));
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true });
});

test('nothing that was acknowledged is lost with the store while the record outlives', async () => {
  const [arrangements, data, backup] = ['arrangements', 'data', 'monday.foedus'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeRehearsal(join(arrangements, 'rok-us'));
  server = await serve({ data, arrangements });
  const talks = await Talks.open([server]);
  await talks.go(BEFORE);
  expect((await foedus('backup', '-o', backup, '--data', data)).exit).toBe(0);
  await talks.go(AFTER);
  await sleep(SILENCE * 1000 + 200);
  const [decisions, rest] = [THEN.slice(0, 3), THEN.slice(3)];
  await talks.go(decisions);
  const told = (): Promise<readonly unknown[]> =>
    Promise.all(Object.keys(SEATS).map((seat) => talks.history(seat as SeatId)));
  const before = await told();

  expect(await server.stop()).toBe(0);
  for (const name of readdirSync(data).filter((each) => each.startsWith('foedus.')))
    rmSync(join(data, name), { recursive: true });
  expect((await foedus('restore', backup, '--data', data)).exit).toBe(0);
  const done = await foedus('record', 'reconcile', join(data, 'record'), '--data', data, '--json');
  expect([done.exit, done.err]).toEqual([0, '']);
  expect(JSON.parse(done.out)).toMatchObject({ cases: [{ lacked: AFTER.length + decisions.length - 2 }] });

  await server.start();
  expect(await told()).toEqual(before);
  await talks.go(rest);
  expect(await talks.view('us-presidency')).toMatchObject({ phase: 'closed', due: [] });
  expect(await server.stop()).toBe(0);
  const { exit, out } = await foedus('verify', data, '--json');
  expect([exit, JSON.parse(out)]).toMatchObject([0, { ok: true, open: [] }]);
});
