/**
 * The load of `bench/exercise.ts`, in a process of its own: `node bench/exercise-load.ts <json>`. It connects the players, starts the exercise, has one
 * player of a cell say that each inject was received, sends the reserve by hand at a steady rate, and prints what it measured.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { keyOf, watch } from './server-watcher.ts';
import { cellOf, dueOf, type Size } from './exercise-scenario.ts';

export interface Load extends Size {
  readonly url: string;
  /** `/api/v1/exercises/<id>`. */
  readonly path: string;
  /** The participants of each cell. */
  readonly players: readonly (readonly string[])[];
  /** Scenario seconds to a second. */
  readonly rate: number;
  /** Injects sent by hand in a second. */
  readonly byHand: number;
}

/** Milliseconds until each player had it. */
export interface Tail {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export interface Loaded {
  readonly timed: Tail;
  readonly hand: Tail;
  readonly received: number;
}

const load = JSON.parse(process.argv[2]!) as Load;
const { cells, path, players, reserve, timed, url } = load;
/** Before the serial of an inject that comes into an inbox. */
const RECEIVED = '"inbox":[{"inject":"n';
/** The first are not measured: they come before it is known here when it was started. */
const WARM = 90;
/** The moment from which each is counted. */
const from = new Map<number, number>();
const samples = { timed: [] as number[], hand: [] as number[] };
let keys = 0;

async function asks(participant: string, command: object): Promise<void> {
  const answer = await fetch(`${url}${path}/as/${participant}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: `k${(keys += 1)}`, ...command }),
  });
  const said = await answer.text();
  if (answer.status !== 200) throw new Error(said);
}

const saying: Promise<void>[] = [];

/** One player; the first of a cell says that he has received what is for it. */
async function play(cell: number, participant: string, isFirst: boolean): Promise<void> {
  const has = new Set<number>();
  const tell = (number: number): void => {
    const start = from.get(number);
    if (has.has(number) || start === undefined) return;
    has.add(number);
    samples[number > timed ? 'hand' : 'timed'].push(Date.now() - start);
    const of = cellOf(number, cells);
    if (isFirst && (of === cell || (of === 'all' && cell === 0)))
      saying.push(asks(participant, { type: 'acknowledge', inject: keyOf(number) }));
  };
  await watch(url, `${path}/as/${participant}/updates`, tell, RECEIVED);
}

function tail(all: readonly number[]): Tail {
  const sorted = Float64Array.from(all).toSorted();
  const quantile = (part: number): number => Math.round(sorted[Math.floor(sorted.length * part)] ?? NaN);
  return { p50: quantile(0.5), p99: quantile(0.99), most: Math.round(sorted.at(-1) ?? NaN) };
}

for (const [cell, participants] of players.entries())
  for (const [index, participant] of participants.entries()) await play(cell, participant, index === 0);
await asks('director', { type: 'set-rate', rate: load.rate });
await asks('director', { type: 'startex' });
const seen = (await (await fetch(`${url}${path}/as/director`)).json()) as {
  readonly clock: { readonly since: number };
};
for (let number = WARM + 1; number <= timed; number += 1)
  from.set(number, seen.clock.since + (dueOf(number, load) / load.rate) * 1000);
await sleep(((timed * load.every) / load.rate) * 1000 + 2000);
for (let number = timed + 1; number <= timed + reserve; number += 1) {
  from.set(number, Date.now());
  saying.push(asks('director', { type: 'send', inject: keyOf(number) }));
  await sleep(1000 / load.byHand);
}
const perCell = players[0]!.length;
const expected = Array.from({ length: timed + reserve - WARM }, (_, index) =>
  cellOf(WARM + index + 1, cells) === 'all' ? cells * perCell : perCell,
).reduce((sum, each) => sum + each, 0);
const received = (): number => samples.timed.length + samples.hand.length;
for (let left = 200; received() < expected && left > 0; left -= 1) await sleep(50);
if (received() < expected) throw new Error(`${received()} of ${expected} were received`);
await Promise.all(saying);
const loaded: Loaded = { timed: tail(samples.timed), hand: tail(samples.hand), received: received() };
console.log(JSON.stringify(loaded));
process.exit();
