/**
 * Nobody gets anything of what is hidden from him: random consultations with a token in everything that is said, and all that a viewer can fetch
 * searched for the tokens that it must not see, and held against a server on which what is hidden from it never happened.
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
import { served, type Served } from './testing/served.ts';
import { follow, listening } from './testing/sse.ts';
import { PATH, storeWith } from './testing/stored.ts';

const SEEDS = [1, 2, 3];

/** A server with these events, at the moment at which the consultation stands. */
async function serving(events: readonly consultation.Event[], now: number): Promise<Served> {
  return served({ store: await storeWith(events), world: new StillWorld(now) });
}

function timeless(command: consultation.Recorded): object {
  return { ...command, at: undefined };
}

/** All that one viewer can fetch. What is asked for with words is asked for with the very words that are hidden. */
async function everything(
  server: Served,
  viewer: string,
  tokens: readonly string[],
  tries: readonly consultation.Recorded[],
): Promise<readonly string[]> {
  const at = `${PATH}/as/${viewer}`;
  const view = await server.get(`${at}/view`);
  const { cursor } = view.json<{ cursor: number }>();
  const paths = [
    '/cases',
    PATH,
    `${at}/export`,
    `${at}/history`,
    `${at}/history?after=2&limit=3`,
    `${at}/history?after=10000`,
    `${at}/search?q=secret`,
    ...tokens.map((token) => `${at}/search?q=${token}`),
    `${at}/documents/${'0'.repeat(64)}`,
    ...Array.from({ length: cursor + 1 }, (_, step) => `${at}/replay?step=${step + 1}`),
  ];
  const answers = await Promise.all(paths.map((path) => server.get(path)));
  const forks = await Promise.all(
    [cursor, 2].map((step) => server.post(`${at}/fork`, { step, commands: tries.map(timeless) })),
  );
  const watcher = await follow(`${await listening(server)}${at}/updates`);
  const updates = await watcher.take(cursor);
  watcher.close();
  return [
    ...[view, ...answers, ...forks].map(({ body, statusCode }) => `${statusCode} ${body}`),
    JSON.stringify(updates),
  ];
}

test('whatever a viewer fetches is the same, to the byte, as if what is hidden from it had never been', async () => {
  let hiddenOnce = 0;
  for (const seed of SEEDS) {
    const { random, run, secrets } = told(seed);
    const tries = Array.from({ length: 12 }, random);
    for (const [viewer, looks] of Object.entries(VIEWERS)) {
      const hidden = hiddenFrom(secrets, looks);
      const tokens = hidden.map(({ token }) => token);
      const [full, bare] = [
        await serving(run.events, run.now),
        await serving(without(run.events, hidden, viewer), run.now),
      ];
      const all = await everything(full, viewer, tokens, tries);
      expect(all, `${seed}: ${viewer}`).toEqual(await everything(bare, viewer, tokens, tries));
      // A fork may repeat the id of an item that it was asked about, as a refusal may.
      const asked = tries.flatMap(asksAbout);
      for (const { id, token } of hidden) {
        hiddenOnce += 1;
        if (asked.includes(id)) continue;
        expect(all.join('\n'), `${seed}: ${viewer}`).not.toMatch(new RegExp(`${token}\\b`));
      }
      // What a seat is refused, and told of what it did, neither.
      for (const command of tries) {
        if (looks.as !== 'seat' || command.seat !== looks.seat) continue;
        const { at: _, seat: __, ...sent } = command;
        const answers = await Promise.all(
          [full, bare].map((server) => server.post(`${PATH}/as/${viewer}/commands`, sent)),
        );
        const [said, alone] = answers.map(({ body, statusCode }) => `${statusCode} ${body}`);
        expect(said, `${seed}: ${viewer}`).toBe(alone);
        for (const { id, token } of hidden)
          if (!asked.includes(id)) expect(said).not.toMatch(new RegExp(`${token}\\b`));
      }
      await Promise.all([full.close(), bare.close()]);
    }
  }
  expect(hiddenOnce).toBeGreaterThan(25);
});
