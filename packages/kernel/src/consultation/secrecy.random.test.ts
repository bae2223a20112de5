/** Random consultations in which every text, key and holder of a secret is a token: no seat may come upon one that it was not granted. */
import { expect, test } from 'vitest';
import type { Act } from '../arrangement/act.ts';
import { randomFrom } from '../authority/random.ts';
import { seatOf } from '../authority/players.ts';
import { TODAY } from '../authority/testing/sketch.ts';
import { universe } from '../authority/universe.ts';
import type { Command, MarkedCommand, Undo } from './command.ts';
import { decide } from './decide.ts';
import type { Event } from './event.ts';
import type { Marking } from './marking.ts';
import { explain } from './refusal.ts';
import { replay } from './replay.ts';
import type { Consultation } from './state.ts';
import { ALLIANCE } from './testing/alliance.ts';
import { Run, second } from './testing/run.ts';
import { view } from './view.ts';

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);
const STEPS = 16;
const PARTIES: Readonly<Record<string, string>> = {
  'a-chief': 'arden',
  'a-minister': 'arden',
  'a-deputy': 'arden',
  'b-chief': 'borea',
  'b-minister': 'borea',
  general: 'arden and borea',
};
const SEATS = Object.keys(PARTIES);

/** Written anew from the words of the marking, so that it does not share a fault with what is tested. */
function mayBeShown(marking: Marking, seat: string): boolean {
  switch (marking.to) {
    case 'all':
      return true;
    case 'seats':
      return marking.seats.includes(seat);
    case 'party':
      return PARTIES[seat] === marking.party;
    case 'parties':
      return PARTIES[seat]!.split(' and ').every((each) => marking.parties.includes(each));
  }
}

interface Secret {
  readonly token: string;
  readonly id: string;
  readonly markings: Marking[];
}

interface Told {
  readonly run: Run;
  readonly secrets: readonly Secret[];
  /** A random command that a seat might send next. */
  readonly random: () => Command;
}

function told(seed: number): Told {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const run = new Run(ALLIANCE);
  run.opens('a-chief', ['strike']);
  const secrets: Secret[] = [];
  const acts = [...universe(ALLIANCE).values()].filter(({ by }) => ALLIANCE.offices.has(by));
  const markings: readonly Marking[] = [
    { to: 'all' },
    { to: 'party', party: 'arden' },
    { to: 'party', party: 'borea' },
    { to: 'parties', parties: ['arden', 'borea'] },
    { to: 'seats', seats: SEATS.filter(() => random() < 0.5) },
  ];
  let tokens = 0;
  function command(): MarkedCommand | Undo {
    tokens += 1;
    const token = `secret${tokens}x`;
    const seat = pick(SEATS);
    const common = { key: token, seat, office: seat, at: run.now, text: token, marking: pick(markings) };
    const about = secrets.length > 0 ? pick(secrets).id : 'none';
    const quoting = random() < 0.3 ? { from: { relation: 'quote', of: about } as const } : {};
    switch (pick(['act', 'act', 'act', 'plan', 'saying', 'request', 'release', 'break'])) {
      case 'act': {
        const { by, kind, on, to } = pick<Act>(acts);
        const said = { ...common, seat: seatOf(ALLIANCE, by, TODAY), office: by, on, departure: token };
        return { ...said, ...quoting, type: kind as 'concur', ...(to === undefined ? {} : { to }) };
      }
      case 'plan':
        return { ...common, ...quoting, type: 'plan', on: 'aid', underSilence: true };
      case 'saying':
        return { ...common, type: pick(['answer', 'object', 'reserve', 'dissent', 'position']), about };
      case 'request':
        return { ...common, ...quoting, type: 'request', on: 'strike', to: pick(SEATS) };
      case 'release':
        return { ...common, type: 'release', about };
      default:
        return { key: token, seat, office: seat, at: run.now, text: token, type: 'break-silence', about };
    }
  }
  const next = (): MarkedCommand | Undo => {
    run.clock += Math.floor(random() * 900);
    return command();
  };
  for (let step = 0; step < STEPS; step += 1) {
    const sent = next();
    const decision = run.send(sent);
    if (!decision.ok) continue;
    const named = 'about' in sent ? secrets.find(({ id }) => id === sent.about) : undefined;
    // What undoes an item is seen with it, so it shares the very list of its markings.
    const markings = 'marking' in sent ? [sent.marking] : named!.markings;
    secrets.push({ token: sent.key, id: `${sent.seat}/${sent.key}`, markings });
    if (sent.type === 'release') named!.markings.push(sent.marking);
  }
  return { run, secrets, random: next };
}

function hiddenFrom(secrets: readonly Secret[], seat: string): readonly Secret[] {
  return secrets.filter(({ markings }) => !markings.some((marking) => mayBeShown(marking, seat)));
}

/** The events without all that is hidden from a seat. */
function without(events: readonly Event[], hidden: readonly Secret[], seat: string): readonly Event[] {
  const gone = new Set(hidden.map(({ id }) => id));
  return events.flatMap((event): readonly Event[] => {
    switch (event.type) {
      case 'recorded':
        return gone.has(event.entry.id) ? [] : [event];
      case 'silence-ended':
        return gone.has(event.proposal) ? [] : [event];
      case 'effected': {
        const acts = event.acts.filter(({ seats }) => seats.includes(seat));
        const owed = event.owed.filter(({ seats }) => seats.includes(seat));
        return acts.length === 0 ? [] : [{ ...event, acts, owed }];
      }
    }
  });
}

test('no seat gets a token of what is hidden from it, in its view or in what it is refused', () => {
  let hiddenOnce = 0;
  for (const seed of SEEDS) {
    const { random, run, secrets } = told(seed);
    const tries = Array.from({ length: 20 }, random);
    for (const seat of SEATS) {
      const refusals = tries
        .filter((each) => each.type !== 'tick' && each.seat === seat)
        .map((each) => decide(ALLIANCE, run.state, { ...each, at: second(run.clock) }))
        .map((decision) =>
          decision.ok ? '' : JSON.stringify([decision.refusal, { ...explain(ALLIANCE, decision.refusal) }]),
        );
      const all = JSON.stringify(view(ALLIANCE, run.open, seat, run.now));
      const asked = new Set(
        tries.flatMap((each) =>
          'about' in each ? [each.about] : 'from' in each && each.from ? [each.from.of] : [],
        ),
      );
      for (const { id, token } of hiddenFrom(secrets, seat)) {
        hiddenOnce += 1;
        expect(all, `${seed}: ${seat}`).not.toContain(token);
        // A refusal may repeat the id that the seat itself sent.
        if (!asked.has(id)) expect(refusals.join(), `${seed}: ${seat}`).not.toContain(token);
      }
    }
  }
  expect(hiddenOnce).toBeGreaterThan(200);
});

test('what a seat sees, and how its commands are judged, is the same as if what is hidden from it had never been', () => {
  for (const seed of SEEDS) {
    const { random, run, secrets } = told(seed);
    const tries = Array.from({ length: 20 }, random);
    for (const seat of SEATS) {
      const hidden = hiddenFrom(secrets, seat);
      const bare = replay(without(run.events, hidden, seat)) as Consultation;
      expect(view(ALLIANCE, run.open, seat, run.now), `${seed}: ${seat}`).toEqual(
        view(ALLIANCE, bare, seat, run.now),
      );
      for (const each of tries) {
        if (each.type === 'tick' || each.seat !== seat) continue;
        const [full, less] = [run.open, bare].map((state) => decide(ALLIANCE, state, each));
        const said = (decision = full!) => (decision.ok ? 'accepted' : decision.refusal);
        expect(said(full), `${seed}: ${seat}`).toEqual(said(less));
      }
    }
  }
});
