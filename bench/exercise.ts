/**
 * An exercise with 300 players and 2,000 injects, and going back in it: `node bench/exercise.ts` writes a section of docs/benchmarks-exercises.md. The
 * server is a process of `foedus serve`, and the players are a process of their own, all on this machine.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readShelf } from '../packages/server/src/cases/arrangements.ts';
import { serve } from '../packages/server/src/testing/process.ts';
import type { Load, Loaded, Tail } from './exercise-load.ts';
import { scenarioFiles, seatsOf, type Size } from './exercise-scenario.ts';
import { machine } from './measure.ts';
import { table, writeSection } from './page.ts';

const SIZE: Size = { cells: 10, timed: 1800, reserve: 200, every: 2 };
const PLAYERS = 300;
const RATE = 60;
const BY_HAND = 10;
const REPLAYS = 200;
/** Milliseconds, for 99 of a hundred. */
const GOAL = { received: 200, replay: 100 };

const arrangements = fileURLToPath(new URL('../arrangements', import.meta.url));
const arrangement = readShelf(arrangements).arrangements.get('rok-us')!.arrangement;
const folder = mkdtempSync(join(tmpdir(), 'foedus-exercise-'));
const began = loadavg()[0]!;
mkdirSync(join(folder, 'scenarios', 'large'), { recursive: true });
for (const [name, text] of Object.entries(scenarioFiles(arrangement, SIZE)))
  writeFileSync(join(folder, 'scenarios', 'large', name), text);
const server = await serve({
  data: join(folder, 'data'),
  arrangements,
  scenarios: join(folder, 'scenarios'),
});
const api = `${server.url}/api/v1`;

async function post(path: string, body: object): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(`${api}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as Readonly<Record<string, unknown>>;
  if (answer.status !== 200) throw new Error(JSON.stringify(said));
  return said;
}

function kibibytes(): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid())], { encoding: 'utf8' }));
}

const made = await post('/exercises', { key: 'one', scenario: 'large' });
const path = `/exercises/${String(made['id'])}`;
const directs = (command: object): Promise<unknown> => post(`${path}/as/director/commands`, command);
const players: string[][] = [];
for (const [cell, seat] of seatsOf(arrangement, SIZE.cells).entries()) {
  const own = Array.from({ length: PLAYERS / SIZE.cells }, (_, index) => `player-${cell}-${index}`);
  players.push(own);
  for (const id of own)
    await directs({
      key: id,
      type: 'admit',
      participant: { id, name: id, role: 'player', cell: `cell-${cell}`, seat },
    });
}

const load: Load = { ...SIZE, url: server.url, path: `/api/v1${path}`, players, rate: RATE, byHand: BY_HAND };
const { stdout } = await promisify(execFile)(process.execPath, [
  fileURLToPath(new URL('exercise-load.ts', import.meta.url)),
  JSON.stringify(load),
]);
const loaded = JSON.parse(stdout) as Loaded;
const memory = kibibytes() / 1024;
await directs({ key: 'endex', type: 'endex' });

/** Milliseconds from asking to the last byte, for moments here and there in the exercise. */
async function replayed(as: string): Promise<Tail> {
  const length = SIZE.timed * SIZE.every * 1000;
  const times: number[] = [];
  for (let n = 0; n < REPLAYS; n += 1) {
    const start = performance.now();
    const moment = Math.floor((((n * 7919) % REPLAYS) / REPLAYS) * length);
    await (await fetch(`${api}${path}/at/${moment}?as=${as}`)).arrayBuffer();
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => Number(sorted[Math.floor(sorted.length * part)]!.toFixed(1));
  return { p50: at(0.5), p99: at(0.99), most: Number(sorted.at(-1)!.toFixed(1)) };
}
const [control, player] = [await replayed('director'), await replayed(players[0]![0]!)];
await server.stop();
rmSync(folder, { recursive: true });

const row = (what: string, { most, p50, p99 }: Tail, goal: number): readonly string[] => [
  what,
  String(p50),
  String(p99),
  String(most),
  `${goal} ${p99 < goal ? '(met)' : '(not met)'}`,
];
const body = `Made by \`node bench/exercise.ts\`. ${PLAYERS} players in ${SIZE.cells} cells under \`rok-us\`, each with a stream of updates of his own, and
${(SIZE.timed + SIZE.reserve).toLocaleString('en')} injects with texts in three languages: ${SIZE.timed.toLocaleString('en')} sent by the clock, ${(RATE / SIZE.every).toFixed(0)} in a second (the scenario runs ${RATE} times
as fast as real time), a tenth of them branches, one in twenty for everybody; ${SIZE.reserve} sent by hand, ${BY_HAND} in a second. A player of each cell says that he has received
each, and a fifth are judged by that. Milliseconds from the moment at which an inject is due, or from sending the command, until each of the ${loaded.received.toLocaleString('en')} times that
somebody received one; and from asking for a moment of the finished exercise until the last byte of it, control's with the whole list of events.

${table([
  ['', 'p50 ms', 'p99 ms', 'most ms', 'goal p99 ms'],
  row('due until received', loaded.timed, GOAL.received),
  row('sent by hand until received', loaded.hand, GOAL.received),
  row('any moment, as control', control, GOAL.replay),
  row('any moment, as a player', player, GOAL.replay),
])}

The server held ${memory.toFixed(0)} MiB at the end. ${machine()}; load average ${began.toFixed(1)} before, which is what else the machine did, and ${loadavg()[0]!.toFixed(1)} at the end.`;
writeSection('benchmarks-exercises', 'Exercises, measured', 'Running', body);
