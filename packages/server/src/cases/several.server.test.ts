/** One case in which the clients of two processes act as fast as they are answered. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { consultation } from '@foedus/kernel';
import { opened, served, shareKeys, type Served } from '../http/testing/served.ts';
import { openPostgres } from '../store/postgres.ts';
import type { Change, Commit, Store } from '../store/store.ts';
import { POSTGRES, sharedPostgres } from '../store/testing/postgres.ts';

const CLIENTS = 8;
const ACTS = 8;

/** Milliseconds: the first test of a run starts the server. */
const STARTED_WITHIN = 60_000;

describe.skipIf(!POSTGRES)('two processes on one database', () => {
  let stores: Store[] = [];
  let servers: Served[] = [];
  beforeEach(async () => {
    const address = await (await sharedPostgres()).database();
    stores = [await openPostgres(address), await openPostgres(address)];
    servers = [await served({ store: stores[0]! })];
    shareKeys(stores[1]!, stores[0]!);
    servers.push(await served({ store: stores[1]! }));
  }, STARTED_WITHIN);
  afterEach(async () => {
    for (const each of servers) await each.close();
    await Promise.all(stores.map((store) => store.close()));
  });

  /** How many changes of a case were sent to a store, and lost against the other process. */
  function counted(store: Store, path: string): { readonly sent: number; readonly lost: number } {
    const counts = { sent: 0, lost: 0 };
    const commit = store.commit.bind(store);
    store.commit = async (change: Change): Promise<Commit> => {
      const done = await commit(change);
      if (!change.appends?.some(({ stream }) => stream === path.slice(1).replace('cases', 'case')))
        return done;
      counts.sent += 1;
      if (!done.ok) counts.lost += 1;
      return done;
    };
    return counts;
  }

  test('answer every act at the first attempt, and hardly any loses a race', async () => {
    const path = await opened(servers[0]!);
    const counts = stores.map((store) => counted(store, path));
    const round = async (name: string): Promise<readonly number[]> => {
      const acting = Array.from({ length: CLIENTS * 2 }, async (_, client) => {
        const { post } = servers[client % 2]!;
        const office = client % 4 < 2 ? 'a-chief' : 'b-chief';
        const codes: number[] = [];
        for (let n = 0; n < ACTS; n += 1) {
          const key = `${name}${client}-${n}`;
          const said = {
            type: 'position',
            key,
            office,
            about: 'a-chief/k0',
            text: key,
            marking: { to: 'all' },
          };
          codes.push((await post(`${path}/as/seat:${office}/commands`, said)).statusCode);
        }
        return codes;
      });
      return (await Promise.all(acting)).flat();
    };
    const first = await round('a');
    // By then each has learnt of the other.
    for (const each of counts) Object.assign(each, { sent: 0, lost: 0 });
    const codes = [...first, ...(await round('b'))];
    expect(codes.filter((code) => code !== 200)).toEqual([]);
    const sum = (what: 'sent' | 'lost'): number => counts.reduce((all, each) => all + each[what], 0);
    expect(sum('lost')).toBeLessThan(sum('sent') / 4);

    const histories = await Promise.all(servers.map(({ get }) => get(`${path}/as/public/history`)));
    const [one, other] = histories.map(
      (each) => each.json<{ updates: readonly consultation.Update[] }>().updates,
    );
    expect(one).toEqual(other);
    expect(one).toHaveLength(1 + codes.length);
  });
});
