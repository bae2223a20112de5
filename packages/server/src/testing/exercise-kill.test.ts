/**
 * `foedus serve`, killed with -9 while an exercise runs: it is found paused as of when it was last alive, and in the end every inject was sent
 * once, at its own time, and all that was acknowledged is there once.
 */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exercise } from '@foedus/kernel';
import { decode } from '../cases/bytes.ts';
import { openStore } from '../store/open.ts';
import { ask } from './client.ts';
import { serve, type Served } from './process.ts';

const TUTORIAL = fileURLToPath(
  new URL('../../../../arrangements/examples/tutorial-two-party/arrangement.yaml', import.meta.url),
);
const KILLS = 2;
/** Of scenario time to real time. */
const RATE = 120;

let folder = '';
let server: Served | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foedus-exercise-'));
  await mkdir(join(folder, 'arrangements', 'pact'), { recursive: true });
  await copyFile(TUTORIAL, join(folder, 'arrangements', 'pact', 'arrangement.yaml'));
});
afterEach(async () => {
  await server?.kill();
  await rm(folder, { recursive: true });
});

type Event = exercise.ExerciseEvent;

async function eventsOf(id: string): Promise<readonly Event[]> {
  const opened = await openStore({ dataFolder: join(folder, 'data'), databaseUrl: undefined });
  if (!opened.ok) throw new Error(opened.fault.code);
  const rows = await opened.value.read(`exercise/${id}`, 0, 10_000);
  await opened.value.close();
  return rows.map((row) => decode(row) as Event);
}

test('killed while it runs, it loses nothing, doubles nothing and sends nothing in a burst', async () => {
  server = await serve({ data: join(folder, 'data'), arrangements: join(folder, 'arrangements') });
  const { url } = server;
  const made = await ask(url, 'exercises', { key: 'one', scenario: 'tutorial' });
  const id = String(made.body['id']);
  let keys = 0;
  const directs = async (command: object): Promise<void> => {
    const answer = await ask(url, `exercises/${id}/as/director/commands`, {
      key: `d${(keys += 1)}`,
      ...command,
    });
    expect(answer.status).toBe(200);
  };
  const inbox = async (): Promise<readonly string[]> => {
    const { inbox: all } = (await ask(url, `exercises/${id}/as/observer`))
      .body as unknown as exercise.SeenExercise;
    return all.map(({ inject }) => inject);
  };
  await directs({ type: 'set-rate', rate: RATE });
  await directs({ type: 'startex' });

  const written: string[] = [];
  const ended = new AbortController();
  const writing = (async () => {
    for (let n = 1; !ended.signal.aborted; n += 1) {
      const text = `message ${n}`;
      const write = { type: 'write', key: `w${n}`, to: ['borea'], text };
      await ask(url, `exercises/${id}/as/seat-arden-president/commands`, write);
      written.push(text);
      await sleep(20);
    }
  })();

  const kills: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(300 + Math.random() * 1000);
    await server.kill();
    kills.push(Date.now());
    await sleep(1500);
    await server.start();
    const { body } = await ask(url, `exercises/${id}`);
    expect(body['phase']).toBe('paused');
    await directs({ type: 'resume' });
  }
  while (!(await inbox()).includes('7')) await sleep(50);
  ended.abort();
  await writing;
  await directs({ type: 'endex' });
  await server.stop();

  const events = await eventsOf(id);
  const sent = events.filter((event) => event.type === 'sent');
  const serials = sent.map(({ inject }) => inject);
  expect(serials).toEqual([...new Set(serials)]);
  expect(serials).toEqual(expect.arrayContaining(['1', '2', '5', '7']));
  expect(sent.map(({ elapsed, inject }) => [inject, elapsed])).toEqual(
    expect.arrayContaining([
      ['1', 0],
      ['2', 60_000],
      ['5', 300_000],
      ['7', 540_000],
    ]),
  );
  const said = events.flatMap((event) =>
    event.type === 'accepted' && event.command.type === 'write' ? [event.command.text] : [],
  );
  expect(said).toEqual(written);
  // No scenario time passed while nobody was there.
  const clocks = events.filter((event) => event.type === 'clock');
  const recovered = clocks.flatMap((event, index) =>
    event.why === 'recover' ? [{ clock: event.clock, before: clocks[index - 1]!.clock }] : [],
  );
  expect(recovered).toHaveLength(KILLS);
  for (const [index, { before, clock }] of recovered.entries())
    expect(clock.elapsed).toBeLessThanOrEqual(exercise.elapsedAt(before, kills[index]! as never));
});
