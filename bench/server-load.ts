/**
 * The load of `bench/server.ts`, in a process of its own: `node bench/server-load.ts <json>`. It connects the watchers, says `ready`, waits for a
 * line, acts at a steady rate and then as fast as it is answered, and prints what it measured.
 */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyOf, watch } from './server-watcher.ts';

export interface Load {
  readonly urls: readonly string[];
  /** `/api/v1/cases/<id>/as`. */
  readonly path: string;
  readonly viewers: readonly string[];
  readonly watchers: number;
  /** Acts in a second. */
  readonly rate: number;
  /** Seconds of steady acting that are measured, after a second that is not. */
  readonly seconds: number;
}

export interface Loaded {
  /** At the steady rate: acts acknowledged in a second, and milliseconds from sending a command. */
  readonly steady: {
    readonly acts: number;
    readonly acknowledged: Tail;
    readonly each: Tail;
    readonly last: Tail;
  };
  /** Acts acknowledged in a second when so many clients act as soon as they are answered. */
  readonly most: number;
  /** All acts that were acknowledged. */
  readonly total: number;
}

/** Milliseconds. */
export interface Tail {
  readonly p50: number;
  readonly p99: number;
}

/** Clients that act as soon as they are answered. */
const CLIENTS = 16;
const SATURATED_MS = 3000;
const WARM_MS = 1000;

const load = JSON.parse(process.argv[2]!) as Load;
const agents = load.urls.map(() => new Agent({ keepAlive: true, maxSockets: 64 }));
const sentAt = new Map<number, number>();
const toldTo = new Map<number, number>();
const samples = { acknowledged: [] as number[], each: [] as number[], last: [] as number[] };
let acts = 0;
let measuring = false;

function told(number: number): void {
  const sent = sentAt.get(number);
  if (sent === undefined) return;
  const took = performance.now() - sent;
  const count = (toldTo.get(number) ?? 0) + 1;
  toldTo.set(number, count);
  samples.each.push(took);
  if (count === load.watchers) samples.last.push(took);
}

/** Acts in turn for two seats: an act that the arrangement judges, and a position on it. */
async function act(number = (acts += 1)): Promise<void> {
  const at = number % load.urls.length;
  const [seat, office, what] =
    number % 2 === 1
      ? ['us-presidency', 'us-president', { type: 'consult', on: 'nuclear-release', to: 'rok-president' }]
      : ['rok-presidency', 'rok-president', { type: 'position', about: 'rok-presidency/open' }];
  const body = JSON.stringify({
    key: keyOf(number),
    office,
    marking: { to: 'all' },
    text: 'What both of us have said before.',
    ...(what as object),
  });
  // Sent again, it is timed from the first time on.
  const started = sentAt.get(number) ?? performance.now();
  if (measuring) sentAt.set(number, started);
  const sending = request(`${load.urls[at]!}${load.path}/seat:${seat}/commands`, {
    method: 'POST',
    agent: agents[at]!,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  });
  sending.end(body);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  const said: Buffer[] = [];
  for await (const chunk of response) said.push(chunk as Buffer);
  // As the answer says: others were faster too often, nothing was recorded, and the same command may be sent again.
  if (response.statusCode === 503) return act(number);
  if (response.statusCode !== 200) throw new Error(Buffer.concat(said).toString());
  if (measuring) samples.acknowledged.push(performance.now() - started);
}

/** Acts at the rate, whether the acts before are answered or not. */
async function steadily(milliseconds: number): Promise<number> {
  const start = performance.now();
  const all: Promise<void>[] = [];
  for (;;) {
    const passed = performance.now() - start;
    if (passed >= milliseconds) break;
    while (all.length < (passed / 1000) * load.rate) all.push(act());
    await sleep(2);
  }
  await Promise.all(all);
  return (all.length / (performance.now() - start)) * 1000;
}

async function asFastAsCan(): Promise<number> {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (performance.now() - start < SATURATED_MS) {
        await act();
        done += 1;
      }
    }),
  );
  return (done / (performance.now() - start)) * 1000;
}

function tail(all: readonly number[]): Tail {
  const sorted = Float64Array.from(all).toSorted();
  const quantile = (part: number): number =>
    Number((sorted[Math.floor(sorted.length * part)] ?? NaN).toFixed(1));
  return { p50: quantile(0.5), p99: quantile(0.99) };
}

const watching = [];
for (let index = 0; index < load.watchers; index += 1) {
  const viewer = load.viewers[index % load.viewers.length]!;
  const url = load.urls[index % load.urls.length]!;
  watching.push(await watch(url, `${load.path}/${viewer}/updates`, told));
}
console.log('ready');
await once(createInterface(process.stdin), 'line');
await steadily(WARM_MS);
measuring = true;
const steady = await steadily(load.seconds * 1000);
// What was acknowledged last has still to come.
const expected = sentAt.size;
for (let left = 200; samples.last.length < expected && left > 0; left -= 1) await sleep(50);
if (samples.last.length < expected) throw new Error('some watchers were not told of everything');
measuring = false;
sentAt.clear();
const most = await asFastAsCan();
const loaded: Loaded = {
  steady: {
    acts: Math.round(steady),
    acknowledged: tail(samples.acknowledged),
    each: tail(samples.each),
    last: tail(samples.last),
  },
  most: Math.round(most),
  total: acts,
};
console.log(JSON.stringify(loaded));
process.exit();
