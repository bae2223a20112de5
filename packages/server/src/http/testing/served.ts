/** A server without a port, on a store in memory, with the kernel's notional alliance on its shelf. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arrangement } from '@foedus/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { ALLIANCE } from '../../../../kernel/src/consultation/testing/alliance.ts';
import { TODAY } from '../../../../kernel/src/authority/testing/sketch.ts';
import type { Shelf } from '../../cases/arrangements.ts';
import { Cases } from '../../cases/cases.ts';
import { Documents } from '../../cases/documents.ts';
import { StillWorld } from '../../cases/testing/world.ts';
import { Exercises } from '../../exercises/exercises.ts';
import type { ScenarioShelf } from '../../exercises/shelf.ts';
import { Watchers } from '../../live/watchers.ts';
import { loggerAt } from '../../operation/log.ts';
import { Metrics } from '../../operation/metrics.ts';
import { NodeRecord } from '../../record/index.ts';
import type { Store } from '../../store/store.ts';
import { MemoryStore } from '../../store/testing/memory.ts';
import { buildApp, type App, type AppOptions } from '../app.ts';

/** Processes on one store have one secret key, and each its own files. */
const keysOf = new WeakMap<Store, string>();

/** Lets a process on a store have the key of one on another store, as where that one was restored. */
export function shareKeys(store: Store, other: Store): void {
  keysOf.set(store, keysOf.get(other)!);
}

/** The store as it is at this moment, for another process: what was written to the first later is not in it. */
export async function copied(store: Store): Promise<Store> {
  const copy = new MemoryStore();
  await copy.fill(store.snapshot());
  const keys = keysOf.get(store);
  if (keys !== undefined) keysOf.set(copy, keys);
  return copy;
}

async function recordOf(store: Store): Promise<{ readonly record: NodeRecord; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'foedus-served-'));
  const keysFolder = keysOf.get(store) ?? join(folder, 'keys');
  keysOf.set(store, keysFolder);
  const options = { store, folder: join(folder, 'record'), keysFolder, node: 'node.example' };
  const record = await NodeRecord.open({
    ...options,
    onError: (error) => {
      throw error;
    },
  });
  return { record, folder };
}

export function shelfOf(arrangement: Arrangement): Shelf {
  const shelved = { arrangement, hash: 'a'.repeat(64), sources: {}, files: {}, claims: undefined };
  return { arrangements: new Map([[arrangement.id, shelved]]), faulty: [] };
}

type Headers = Readonly<Record<string, string>>;

export interface Served {
  readonly app: App;
  readonly world: StillWorld;
  readonly store: Store;
  readonly watchers: Watchers;
  readonly cases: Cases;
  readonly exercises: Exercises;
  readonly record: NodeRecord;
  readonly get: (path: string, headers?: Headers) => Promise<LightMyRequestResponse>;
  readonly post: (path: string, body: unknown, headers?: Headers) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

export interface ServedWith extends Partial<AppOptions> {
  readonly store?: Store;
  readonly world?: StillWorld;
  readonly shelf?: Shelf;
  readonly scenarios?: ScenarioShelf;
  /** Whether no other process has the store. */
  readonly alone?: boolean;
}

export async function served({
  store = new MemoryStore(),
  shelf = shelfOf(ALLIANCE),
  scenarios = { scenarios: new Map(), faulty: [] },
  world = new StillWorld(),
  alone = true,
  ...options
}: ServedWith = {}): Promise<Served> {
  const { folder, record } = await recordOf(store);
  const cases = new Cases({ store, world, recorder: record }, shelf);
  const exercises = new Exercises(
    {
      store,
      world,
      cases,
      alone,
      onError: (error) => {
        throw error;
      },
    },
    scenarios,
  );
  await cases.start();
  await exercises.start();
  const watchers = new Watchers();
  const metrics = new Metrics();
  const documents = new Documents(store, world);
  const app = await buildApp(
    { store, world, cases, exercises, record, documents, watchers, metrics, logger: loggerAt('silent') },
    { origin: 'http://127.0.0.1:4730', demo: true, rateLimit: 1_000_000, ...options },
  );
  const host = { host: '127.0.0.1:4730' };
  return {
    app,
    world,
    store,
    watchers,
    cases,
    exercises,
    record,
    get: (url, headers = {}) =>
      app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { ...host, ...headers } }),
    post: (url, body, headers = {}) =>
      app.inject({
        method: 'POST',
        url: `/api/v1${url}`,
        payload: body as object,
        headers: { ...host, ...headers },
      }),
    async close() {
      watchers.close();
      await app.close();
      await exercises.close();
      await cases.close();
      await record.close();
      await rm(folder, { recursive: true });
      metrics.close();
    },
  };
}

/** What opens a case on the strike. */
export const OPENING = {
  kind: 'live',
  open: {
    type: 'open',
    key: 'k0',
    seat: 'a-chief',
    office: 'a-chief',
    arrangement: ALLIANCE.id,
    frame: { at: TODAY },
    matters: ['strike'],
  },
} as const;

/** Opens a case; gives its path. */
export async function opened({ post }: Served, more: object = {}): Promise<string> {
  const response = await post('/cases', { ...OPENING, ...more });
  if (response.statusCode !== 200) throw new Error(response.body);
  return `/cases/${response.json<{ id: string }>().id}`;
}
