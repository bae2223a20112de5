/** A server: its parts opened in their order, and closed in the opposite one. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readShelf } from './cases/arrangements.ts';
import { Cases } from './cases/cases.ts';
import { Documents } from './cases/documents.ts';
import { REAL_WORLD } from './cases/world.ts';
import type { Config } from './config.ts';
import { buildApp, type AppOptions } from './http/app.ts';
import { Exercises } from './exercises/exercises.ts';
import { readScenarios } from './exercises/shelf.ts';
import { Watchers } from './live/watchers.ts';
import { loggerAt } from './operation/log.ts';
import { Metrics } from './operation/metrics.ts';
import { startError } from './operation/start-error.ts';
import { NodeRecord } from './record/index.ts';
import { StoreError } from './store/fault.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

export interface Started {
  /** Where it is reached. */
  readonly url: string;
  /** Accepts nothing more, finishes what was begun, publishes the record and closes the store. */
  close(): Promise<void>;
}

/** Throws a `StartError` that says what to do. What was opened until then is closed again. */
export async function startServer(config: Config): Promise<Started> {
  const opened: (() => Promise<void>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.toReversed()) await close();
  };
  try {
    const url = await start(config, (close) => opened.push(close));
    return { url, close: closeAll };
  } catch (error) {
    await closeAll();
    throw startError(error, config);
  }
}

/** Opens one part after the other; each is told with what closes it. */
async function start(config: Config, opens: (close: () => Promise<void>) => void): Promise<string> {
  const { arrangements, data, demo, host, pages, proxies, rateLimit, scenarios } = config;
  const logger = loggerAt(config.log);
  const world = REAL_WORLD;
  const store = await storeOf(config);
  opens(() => store.close());
  const recorder = await NodeRecord.open({
    store,
    folder: join(data, 'record'),
    keysFolder: join(data, 'keys'),
    onError: (error) => logger.error({ error: codeOf(error) }, 'the record is not published'),
  });
  opens(() => recorder.close());
  const shelf = readShelf(arrangements);
  for (const { faults, folder } of shelf.faulty)
    logger.warn({ folder, codes: faults.map(({ code }) => code) }, 'an arrangement has faults');
  const cases = new Cases({ store, world, recorder }, shelf);
  opens(() => cases.close());
  const scenarioShelf = readScenarios(scenarios, shelf);
  for (const { faults, folder } of scenarioShelf.faulty)
    logger.warn({ folder, codes: faults.map(({ code }) => code) }, 'a scenario has faults');
  const exercises = new Exercises(
    {
      store,
      world,
      cases,
      alone: config.databaseUrl === undefined,
      onError: (error) => logger.error({ error: codeOf(error) }, 'an exercise is held up'),
    },
    scenarioShelf,
  );
  opens(() => exercises.close());
  await cases.start();
  await exercises.start();
  const watchers = new Watchers();
  const metrics = new Metrics();
  opens(async () => metrics.close());
  const parts = {
    store,
    world,
    cases,
    exercises,
    record: recorder,
    documents: new Documents(store, world),
    watchers,
    metrics,
    logger,
  };
  // Cookies and passkeys are bound to the origin, so the port has to be known before anything is answered.
  const port = config.port === 0 ? await freePort(host) : config.port;
  const origin = config.origin ?? originAt(host, port);
  const app = await buildApp(parts, {
    origin,
    demo,
    rateLimit,
    ...(pages === undefined ? {} : { pages }),
    ...(proxies === undefined ? {} : { proxies }),
    ...oidcOf(config),
  });
  opens(() => app.close());
  // Streams never end by themselves, and a server that closes waits for them.
  opens(async () => watchers.close());
  await app.listen({ host, port });
  return origin;
}

/** A port that nobody listens on. Who takes it in the meantime makes the start fail, as with any port. */
async function freePort(host: string): Promise<number> {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Where this machine reaches it: by name where it has one, because browsers bind no passkey to an IP address. */
function originAt(host: string, port: number): string {
  const name = host === '127.0.0.1' || host === '::1' ? 'localhost' : host;
  return `http://${name}:${port}`;
}

function oidcOf({ oidcClientId, oidcClientSecret, oidcIssuer }: Config): Pick<AppOptions, 'oidc'> {
  if (oidcIssuer === undefined || oidcClientId === undefined) return {};
  const secret = oidcClientSecret === undefined ? {} : { clientSecret: oidcClientSecret };
  return { oidc: { issuer: oidcIssuer, clientId: oidcClientId, ...secret } };
}

async function storeOf({ data, databaseUrl }: Config): Promise<Store> {
  const reply = await openStore({ dataFolder: data, databaseUrl });
  if (!reply.ok) throw new StoreError(reply.fault.code, reply.fault.params);
  return reply.value;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : 'defect';
}
