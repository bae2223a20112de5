/**
 * Nobody gets anything of what is hidden from him: random consultations with a token in everything that is said, and all that a viewer can fetch
 * searched for the tokens that it must not see, and held against a case in which what is hidden from it never happened.
 */
import type { consultation } from '@foedus/kernel';
import { expect, test } from 'vitest';
import {
  asksAbout,
  hiddenFrom,
  told,
  VIEWERS,
  without,
} from '../../../kernel/src/consultation/testing/told.ts';
import { StillWorld } from '../cases/testing/world.ts';
import { MemoryStore } from '../store/testing/memory.ts';
import { served, type Served } from './testing/served.ts';
import { follow, listening } from './testing/sse.ts';
import { put } from './testing/stored.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

interface Asked {
  readonly server: Served;
  readonly path: string;
  readonly viewer: string;
  /** What to search for, besides what is in every text. */
  readonly tokens: readonly string[];
  /** Commands that somebody might send, or suppose. */
  readonly tries: readonly consultation.Recorded[];
}

/** All that one viewer can fetch, without the id of the case. What is asked for with words is asked for with the very words that are hidden. */
async function everything({ path, server, tokens, tries, viewer }: Asked): Promise<readonly string[]> {
  const at = `${path}/as/${viewer}`;
  const view = await server.get(`${at}/view`);
  const { cursor } = view.json<{ cursor: number }>();
  const paths = [
    path,
    `${at}/export`,
    `${at}/history`,
    `${at}/history?after=2&limit=3`,
    `${at}/history?after=10000`,
    `${at}/search?q=secret`,
    ...tokens.map((token) => `${at}/search?q=${token}`),
    `${at}/documents/${'0'.repeat(64)}`,
    ...[1, 2, Math.ceil(cursor / 2), cursor, cursor + 1].map((step) => `${at}/replay?step=${step}`),
  ];
  const gets = await Promise.all(paths.map((each) => server.get(each)));
  const commands = tries.map((each) => ({ ...each, at: undefined }));
  const fork = await server.post(`${at}/fork`, { step: cursor, commands });
  const watcher = await follow(`${await listening(server)}${at}/updates`);
  const updates = await watcher.take(cursor);
  watcher.close();
  const bodies = [view, ...gets, fork].map(({ body, statusCode }) => `${statusCode} ${body}`);
  return [...bodies, JSON.stringify(updates)].map((text) =>
    text.replaceAll(path.slice('/cases/'.length), ''),
  );
}

/** What a seat is answered to its own commands. */
async function answers({ path, server, tries, viewer }: Asked): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const command of tries) {
    if (viewer !== `seat:${command.seat}`) continue;
    const sent = { ...command, at: undefined, seat: undefined };
    const { body, statusCode } = await server.post(`${path}/as/${viewer}/commands`, sent);
    texts.push(`${statusCode} ${body}`);
  }
  return texts;
}

test('whatever a viewer fetches is the same, to the byte, as if what is hidden from it had never been', async () => {
  const stories = SEEDS.map(told);
  const store = new MemoryStore();
  const world = new StillWorld(Math.max(...stories.map(({ run }) => run.now)));
  const server = await served({ store, world });
  let [cases, hiddenOnce] = [0, 0];
  for (const { random, run, secrets } of stories) {
    const tries = Array.from({ length: 12 }, random);
    // A refusal may repeat the id of the item that it was asked about.
    const named = tries.flatMap(asksAbout);
    for (const [viewer, looks] of Object.entries(VIEWERS)) {
      const hidden = hiddenFrom(secrets, looks);
      const tokens = hidden.map(({ token }) => token);
      const [full, bare] = [run.events, without(run.events, hidden, viewer)];
      const paths = [await put(store, (cases += 1), full), await put(store, (cases += 1), bare)];
      const asked = paths.map((path): Asked => ({ server, path, viewer, tokens, tries }));
      const [fetched, alone] = await Promise.all(asked.map(everything));
      expect(fetched, `as ${viewer}`).toEqual(alone);
      const [said, saidAlone] = await Promise.all(asked.map(answers));
      expect(said, `as ${viewer}`).toEqual(saidAlone);
      const all = [...fetched!, ...said!].join('\n');
      for (const { token } of hidden.filter(({ id }) => !named.includes(id))) {
        hiddenOnce += 1;
        expect(all, `as ${viewer}`).not.toMatch(new RegExp(`${token}\\b`));
      }
    }
  }
  await server.close();
  expect(hiddenOnce).toBeGreaterThan(10);
});
