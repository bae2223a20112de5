import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPostgres, type PostgresStore } from './postgres.ts';
import { connect } from './postgres/connect.ts';
import type { Commit, Name, Store } from './store.ts';
import { append, contents, done, put, text } from './testing/contract/words.ts';
import { POSTGRES, startPostgres, type Server } from './testing/postgres.ts';

describe.skipIf(!POSTGRES)('on a PostgreSQL server', () => {
  let server: Server;
  let address = '';
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    address = await server.database();
  });

  /** Opens so many stores on the database, and closes them in the end. */
  async function withStores(
    count: number,
    work: (...stores: PostgresStore[]) => Promise<void>,
  ): Promise<void> {
    const stores = await Promise.all(Array.from({ length: count }, () => openPostgres(address)));
    try {
      await work(...stores);
    } finally {
      await Promise.all(stores.map((store) => store.close()));
    }
  }

  /** Asks until the answer is yes. */
  async function until(yes: () => Promise<boolean> | boolean): Promise<void> {
    while (!(await yes())) await sleep(10);
  }

  describe('several processes', () => {
    test('may start at once on a database in which there is nothing', () =>
      withStores(6, async (...stores) => {
        for (const store of stores) await done(store, append('s', 'end', 'a'));
        expect(await stores[0]!.length('s')).toBe(6);
      }));

    test('append to the same streams in any order: nothing is lost, no place is empty, nobody is locked out', () =>
      withStores(3, async (...stores) => {
        const names = ['a', 'b', 'c', 'd'];
        const commits = stores.map(async (store, index) => {
          const found: Commit[] = [];
          for (let round = 0; round < 40; round += 1) {
            // In another order each time, and onto streams and cells that are new to all.
            const order = names.map((_, n) => names[(n * 3 + index + round) % 4]!);
            const fresh = `new/${round}`;
            found.push(
              ...(await Promise.all([
                store.commit({
                  appends: [...order, fresh].flatMap((each) => append(each, 'end', `${index}`).appends!),
                }),
                store.commit(put(`cell/${round}`, 'absent', `${index}`)),
              ])),
            );
          }
          return found;
        });
        const all = (await Promise.all(commits)).flat();
        const held = await contents(stores[0]!);
        for (const name of names) expect(held[name]).toHaveLength(120);
        for (let round = 0; round < 40; round += 1) {
          expect((held[`new/${round}`] as string[]).toSorted()).toEqual(['0', '1', '2']);
        }
        // Of three that made one cell, one did.
        expect(all.filter(({ ok }) => !ok)).toHaveLength(80);
      }));

    test('ring each other', () =>
      withStores(2, async (one, other) => {
        const rings: (readonly Name[] | null)[] = [];
        other.watch((streams) => rings.push(streams));
        await done(one, append('case/1', 0, 'a'));
        await until(() => rings.length > 0);
        expect(rings).toEqual([['case/1']]);
        const many = Array.from(
          { length: 300 },
          (_, each) => append(`${'long/'.repeat(8)}${each}`, 0, 'a').appends![0]!,
        );
        await done(one, { appends: many });
        await until(() => rings.length > 1);
        expect(rings[1]).toBeNull();
      }));
  });

  describe('turns', () => {
    test('are had by one process at a time', () =>
      withStores(3, async (...stores) => {
        let [inside, most, had] = [0, 0, 0];
        const work = async (): Promise<void> => {
          inside += 1;
          most = Math.max(most, inside);
          await sleep(1);
          had += 1;
          inside -= 1;
        };
        const all = Array.from({ length: 60 }, (_, n) => stores[n % 3]!.inTurn('case', work));
        await Promise.all(all);
        expect([had, most]).toEqual([60, 1]);
      }));

    test('are not waited for where the process that has one is stuck, or cut off', () =>
      withStores(2, async (stuck, other) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        const held = stuck.inTurn('case', () => promise);
        expect(await other.inTurn('case', async () => 'went on')).toBe('went on');
        const holders = `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted`;
        await server.ask(holders);
        expect(await other.inTurn('case', async () => 'went on')).toBe('went on');
        resolve();
        await held;
        expect(await stuck.inTurn('case', async () => 'again')).toBe('again');
      }));
  });

  describe('when connections break', () => {
    const cut = (): Promise<unknown> =>
      server.ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'foedus'`);

    test('the store connects again, and rings for what it may have missed', () =>
      withStores(1, async (store) => {
        const rings: (readonly Name[] | null)[] = [];
        await done(store, append('s', 0, 'a'));
        store.watch((streams) => rings.push(streams));
        await cut();
        await until(() => rings.includes(null));
        await done(store, append('s', 1, 'b'));
        expect(await store.length('s')).toBe(2);
      }));

    test('before a change was written, it is written on the next connection', () =>
      withStores(2, async (store, other) => {
        await done(store, append('s', 0, 'a'));
        const blocker = await connect(address);
        await blocker.query(`BEGIN; SELECT FROM foedus.streams WHERE name = 's' FOR UPDATE`);
        const blocked = store.commit(append('s', 'end', 'b'));
        const waits = `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = 'foedus'`;
        await until(async () => (await server.ask(waits)).length > 0);
        await server.ask(waits.replace('SELECT pid', 'SELECT pg_terminate_backend(pid)'));
        await blocker.query('ROLLBACK');
        expect(await blocked).toMatchObject({ ok: true, starts: [1] });
        expect(await contents(other)).toEqual({ s: ['a', 'b'] });
        await blocker.end();
      }));

    test('while a commit is under way, it is told that its outcome is not known', () =>
      withStores(1, async (store) => {
        await done(store, append('s', 0, 'a'));
        // The commit is in the server's log, and waits for a standby that does not come.
        await server.ask(`ALTER SYSTEM SET synchronous_standby_names = 'nobody'`);
        await server.ask('SELECT pg_reload_conf()');
        const waits = `SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = 'foedus'`;
        try {
          await until(
            async () =>
              (await server.ask('SHOW synchronous_standby_names'))[0]!['synchronous_standby_names'] !== '',
          );
          const failure = store.commit(append('s', 1, 'b')).catch((error: unknown) => error);
          await until(async () => (await server.ask(waits)).length > 0);
          await server.ask(waits.replace('SELECT pid', 'SELECT pg_terminate_backend(pid)'));
          expect(await failure).toMatchObject({ code: 'unknown-outcome' });
        } finally {
          await server.ask('ALTER SYSTEM RESET synchronous_standby_names');
          await server.ask('SELECT pg_reload_conf()');
        }
        expect((await store.read('s', 0, 9)).map(text)).toEqual(['a', 'b']);
      }));

    test('because the server crashes, what was acknowledged is there, and the store goes on', () =>
      withStores(1, async (store) => {
        const acknowledged: number[] = [];
        const failures = new Set<string>();
        const stop = new AbortController();
        const work = async (worker: Store, each: number): Promise<void> => {
          for (let next = each; !stop.signal.aborted; next += 4) {
            try {
              await worker.commit({
                ...append('s', 'end', `${next}`),
                ...put(`c/${next}`, 'absent', `${next}`),
              });
              acknowledged.push(next);
            } catch (error) {
              failures.add((error as { code: string }).code);
              await sleep(10);
            }
          }
        };
        const workers = [0, 1, 2, 3].map((each) => work(store, each));
        await until(() => acknowledged.length > 50);
        await server.crash();
        const before = acknowledged.length;
        await until(() => acknowledged.length > before + 50);
        stop.abort();
        await Promise.all(workers);
        const held = await contents(store);
        const rows = (held['s'] as string[]).map(Number);
        expect(acknowledged.filter((each) => !rows.includes(each))).toEqual([]);
        // What was never acknowledged may be there, but whole.
        expect(rows.toSorted((a, b) => a - b)).toEqual(
          Object.keys(held)
            .flatMap((name) => (name.startsWith('c/') ? Number(name.slice(2)) : []))
            .toSorted((a, b) => a - b),
        );
        for (const code of failures) expect(['unavailable', 'unknown-outcome']).toContain(code);
      }));
  });

  describe('a server or a database', () => {
    test('that does not flush to the disk is refused', async () => {
      const set = async (change: string): Promise<void> => {
        await server.ask(`ALTER SYSTEM ${change}`);
        await server.ask('SELECT pg_reload_conf()');
      };
      await set('SET fsync = off');
      try {
        await until(async () => (await server.ask('SHOW fsync'))[0]!['fsync'] === 'off');
        await expect(openPostgres(address)).rejects.toMatchObject({ code: 'database-unsafe' });
      } finally {
        await set('RESET fsync');
        await until(async () => (await server.ask('SHOW fsync'))[0]!['fsync'] === 'on');
      }
    });

    test.each([
      ['off', 'on'],
      ['local', 'on'],
      ['remote_write', 'on'],
      ['remote_apply', 'remote_apply'],
    ])('that says synchronous_commit = %s has %s', async (said, has) => {
      await server.ask(
        `ALTER DATABASE ${new URL(address).pathname.slice(1)} SET synchronous_commit = ${said}`,
      );
      const client = await connect(address);
      expect((await client.query('SHOW synchronous_commit')).rows).toEqual([{ synchronous_commit: has }]);
      await client.end();
    });

    test('that a newer Foedus wrote is refused', async () => {
      await (await openPostgres(address)).close();
      await server.ask('INSERT INTO foedus.migrations VALUES (99)', address);
      await expect(openPostgres(address)).rejects.toMatchObject({
        fault: { code: 'store-newer', params: { found: 99, known: 1 } },
      });
    });

    test.each([
      ['is no address', 'database-address', 'mysql://u:secret@localhost/x'],
      ['does not answer', 'database-unavailable', 'postgresql://u:secret@127.0.0.1:1/x'],
      ['has no such user', 'database-unavailable', undefined],
    ])('that %s is told without the password', async (_, code, at) => {
      const asked = at ?? address.replace('foedus@', 'nobody:secret@');
      const error = await openPostgres(asked).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code });
      expect(JSON.stringify(error) + String(error)).not.toContain('secret');
    });
  });
});
