/** Live updates over real connections. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryStore } from '../../store/testing/memory.ts';
import { opened, served, type Served } from '../testing/served.ts';
import { follow, listening } from '../testing/sse.ts';

let server: Served;
beforeEach(async () => {
  server = await served();
});
afterEach(() => server.close());

const says = (n: number, marking: object = { to: 'all' }) => ({
  type: 'inform',
  key: `k${n}`,
  office: 'a-chief',
  on: 'strike',
  to: 'b-chief',
  marking,
  text: `text ${n}`,
});

async function say(at: Served, path: string, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n += 1) {
    const { statusCode, body } = await at.post(`${path}/as/seat:a-chief/commands`, says(n));
    if (statusCode !== 200) throw new Error(body);
  }
}

async function history(at: Served, path: string): Promise<readonly object[]> {
  return (await at.get(`${path}/as/seat:b-chief/history`)).json<{ updates: object[] }>().updates;
}

test('a watcher is told what was, and then what happens, each with the cursor after it', async () => {
  const path = await opened(server);
  const url = await listening(server);
  const watcher = await follow(`${url}${path}/as/seat:b-chief/updates`);
  expect(await watcher.take(1)).toMatchObject([{ id: '1', data: { type: 'item', number: 1 } }]);
  await say(server, path, 1, 3);
  const told = await history(server, path);
  const events = await watcher.take(told.length - 1);
  expect(events.map(({ id }) => Number(id))).toEqual(told.slice(1).map((_, index) => index + 2));
  expect(events.map(({ data }) => data)).toEqual(told.slice(1));
  watcher.close();
});

test('resumed after any cursor, by header or by address, on this process or another, the feed is the same', async () => {
  const store = new MemoryStore();
  const [one, other] = [await served({ store }), await served({ store })];
  const path = await opened(one);
  await say(one, path, 1, 4);
  const whole = await history(one, path);
  const urls = [await listening(one), await listening(other)];
  for (let cursor = 0; cursor < whole.length; cursor += 1)
    for (const url of urls) {
      const address = `${url}${path}/as/seat:b-chief/updates`;
      const byAddress = await follow(`${address}?after=${cursor}`);
      const byHeader = await follow(address, { 'last-event-id': String(cursor) });
      for (const watcher of [byAddress, byHeader]) {
        const told = await watcher.take(whole.length - cursor);
        expect(told.map(({ data }) => data)).toEqual(whole.slice(cursor));
        watcher.close();
      }
    }
  await Promise.all([one.close(), other.close()]);
});

test('what is done at one process is told at the other, in the same order to everybody', async () => {
  const store = new MemoryStore();
  const [one, other] = [await served({ store }), await served({ store })];
  const path = await opened(one);
  const watchers = await Promise.all(
    [one, other].map(async (each) => follow(`${await listening(each)}${path}/as/seat:b-chief/updates`)),
  );
  const both = [one, other, one, other, one, other].map((each, index) =>
    each.post(`${path}/as/seat:a-chief/commands`, says(index + 1)),
  );
  expect((await Promise.all(both)).map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(200));
  const told = await history(one, path);
  expect(told.length).toBeGreaterThanOrEqual(7);
  for (const watcher of watchers) {
    expect((await watcher.take(told.length)).map(({ data }) => data)).toEqual(told);
    watcher.close();
  }
  await Promise.all([one.close(), other.close()]);
});

test('a watcher who takes nothing holds nothing up, and is told all when he takes again', async () => {
  const path = await opened(server);
  const url = await listening(server);
  const slow = await follow(`${url}${path}/as/seat:b-chief/updates`);
  const long = 'x'.repeat(19_000);
  for (let n = 1; n <= 150; n += 1)
    await server.post(`${path}/as/seat:a-chief/commands`, { ...says(n), text: long });
  const told = await history(server, path);
  expect((await slow.take(told.length)).map(({ data }) => data)).toEqual(told);
  slow.close();
});

test('a cursor beyond the feed is refused, and says nothing of how long it is', async () => {
  const path = await opened(server);
  const refused = await server.get(`${path}/as/public/updates?after=99`);
  expect([refused.statusCode, refused.json()]).toMatchObject([400, { code: 'bad-cursor' }]);
});

test('a server that stops tells its watchers to come back', async () => {
  const path = await opened(server);
  const watcher = await follow(`${await listening(server)}${path}/as/public/updates`);
  await watcher.take(1);
  server.watchers.close();
  expect(await watcher.rest()).toContain('retry: 1000\nevent: end\n');
});

test('who watches is counted, and is no more when he has gone', async () => {
  const path = await opened(server);
  const watcher = await follow(`${await listening(server)}${path}/as/public/updates`);
  await watcher.take(1);
  expect(server.watchers.count).toBe(1);
  watcher.close();
  await expect.poll(() => server.watchers.count).toBe(0);
});
