/** Random consultations in which every text and key is a token: nobody may come upon one that was not granted. */
import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { extract } from './extract.ts';
import { feed } from './feed.ts';
import { explain } from './refusal.ts';
import { replay } from './replay.ts';
import type { Consultation } from './state.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { second } from './testing/run.ts';
import { asksAbout, hiddenFrom, told, VIEWERS, without } from './testing/told.ts';
import { view } from './view.ts';

const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1);

test('nobody gets a token of what is hidden from him, in a view, a feed or a refusal', () => {
  let hiddenOnce = 0;
  for (const seed of SEEDS) {
    const { random, run, secrets } = told(seed);
    const tries = Array.from({ length: 20 }, random);
    for (const [id, viewer] of Object.entries(VIEWERS)) {
      const own = tries.filter(({ seat }) => viewer.as === 'seat' && seat === viewer.seat);
      const refusals = own
        .map((each) => decide(ALLIANCE, run.state, { ...each, at: second(run.clock) }))
        .map((decision) =>
          decision.ok ? '' : JSON.stringify([decision.refusal, { ...explain(ALLIANCE, decision.refusal) }]),
        );
      const all = JSON.stringify([
        view(ALLIANCE, run.open, viewer, run.now),
        feed(ALLIANCE, run.events, viewer),
        extract(ALLIANCE, run.open, viewer)!.items,
      ]);
      const asked = new Set(own.flatMap(asksAbout));
      for (const { id: secret, token } of hiddenFrom(secrets, viewer)) {
        hiddenOnce += 1;
        expect(all, `${seed}: ${id}`).not.toContain(token);
        // A refusal may repeat the id that the seat itself sent.
        if (!asked.has(secret)) expect(refusals.join(), `${seed}: ${id}`).not.toContain(token);
      }
    }
  }
  expect(hiddenOnce).toBeGreaterThan(150);
});

test('what is seen, and how commands are judged, is the same as if what is hidden had never been', () => {
  for (const seed of SEEDS) {
    const { random, run, secrets } = told(seed);
    const tries = Array.from({ length: 20 }, random);
    for (const [id, viewer] of Object.entries(VIEWERS)) {
      const events = without(run.events, hiddenFrom(secrets, viewer), id);
      const bare = replay(events) as Consultation;
      expect(view(ALLIANCE, run.open, viewer, run.now), `${seed}: ${id}`).toEqual(
        view(ALLIANCE, bare, viewer, run.now),
      );
      expect(feed(ALLIANCE, run.events, viewer), `${seed}: ${id}`).toEqual(feed(ALLIANCE, events, viewer));
      for (const each of tries) {
        if (viewer.as !== 'seat' || each.seat !== viewer.seat) continue;
        const [full, less] = [run.open, bare].map((state) => decide(ALLIANCE, state, each));
        const said = (decision = full!) => (decision.ok ? 'accepted' : decision.refusal);
        expect(said(full), `${seed}: ${id}`).toEqual(said(less));
      }
    }
  }
});

test('these consultations have something of everything that can be hidden', () => {
  const events = SEEDS.flatMap((seed) => told(seed).run.events);
  const types = new Set<string>(
    events.flatMap((event) => [event.type, ...(event.type === 'recorded' ? [event.entry.command.type] : [])]),
  );
  const acts = 'inform concur decide plan request answer release request-release request-document';
  const others = 'refuse-release receipt recall withdraw break-silence take-back absent link-down declare';
  const expected = [acts, others, 'effected silence-ended deadline-missed'].join(' ').split(' ');
  expect(expected.filter((type) => !types.has(type))).toEqual([]);
});
