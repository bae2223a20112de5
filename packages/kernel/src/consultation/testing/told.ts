/** Random consultations in which every text and key is a token, so that it can be searched for by whom it was not granted to. */
import type { Duration } from '../../arrangement/formula.ts';
import type { Act } from '../../arrangement/act.ts';
import { randomFrom } from '../../authority/random.ts';
import { seatOf } from '../../authority/players.ts';
import { TODAY } from '../../authority/testing/sketch.ts';
import { universe } from '../../authority/universe.ts';
import { idOf, type Command, type Recorded } from '../command.ts';
import type { Event } from '../event.ts';
import type { Marking } from '../marking.ts';
import type { Viewer } from '../viewer.ts';
import { DIRECTOR } from '../../authority/director.ts';
import { ALLIANCE } from './alliance.ts';
import { Run } from './run.ts';

const STEPS = 18;
const CHOICES: readonly string[] =
  'act act act act plan saying request release release undo world ask ask document break take-back'.split(
    ' ',
  );
const TIGHT = { readings: { link: 'tight' } };
const PARTIES: Readonly<Record<string, string>> = {
  'a-chief': 'arden',
  'a-minister': 'arden',
  'a-deputy': 'arden',
  'b-chief': 'borea',
  'b-minister': 'borea',
  general: 'arden and borea',
};
export const SEATS: readonly string[] = Object.keys(PARTIES);

/** Everybody who may look, by id. */
export const VIEWERS: Readonly<Record<string, Viewer>> = {
  ...Object.fromEntries(SEATS.map((seat) => [`seat:${seat}`, { as: 'seat', seat } as const])),
  'party:arden': { as: 'party', party: 'arden' },
  'party:borea': { as: 'party', party: 'borea' },
  public: { as: 'public' },
};

/** Written anew from the words of the marking, so that it does not share a fault with what is tested. */
function mayBeShown(marking: Marking, viewer: Viewer): boolean {
  if (marking.to === 'all') return true;
  if (viewer.as === 'public') return false;
  if (marking.to === 'seats') return viewer.as === 'seat' && marking.seats.includes(viewer.seat);
  const of = (viewer.as === 'seat' ? PARTIES[viewer.seat]! : viewer.party).split(' and ');
  return of.every((each) =>
    marking.to === 'party' ? each === marking.party : marking.parties.includes(each),
  );
}

export interface Secret {
  readonly token: string;
  readonly id: string;
  readonly seat: string;
  readonly command: Recorded;
  readonly markings: Marking[];
}

export interface Told {
  readonly run: Run;
  readonly secrets: readonly Secret[];
  /** A random command that a seat might send next. */
  readonly random: () => Recorded;
}

export function told(seed: number): Told {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const run = new Run(ALLIANCE);
  // Every other is an exercise's, whose director tells of its world.
  const exercise = seed % 2 === 1;
  run.by('a-chief', {
    type: 'open',
    arrangement: ALLIANCE.id,
    frame: { at: TODAY },
    matters: ['strike'],
    ...(exercise ? { exercise } : {}),
  });
  const secrets: Secret[] = [];
  const acts = [...universe(ALLIANCE).values()].filter(({ by }) => ALLIANCE.offices.has(by));
  let tokens = 0;
  const last = (type: Recorded['type']): Recorded | undefined =>
    secrets.findLast(({ command }) => command.type === type)?.command;
  const idOfLast = (type: Recorded['type']): string => {
    const found = last(type);
    return found ? idOf(found) : 'none';
  };
  /** Of what was asked for last, by who was asked. */
  function refusal(token: string): Recorded {
    const asked = last(pick(['request-release', 'request-document']));
    const seat = asked && 'to' in asked ? asked.to : pick(SEATS);
    const about = asked ? idOf(asked) : 'none';
    const common = { key: token, seat, office: seat, at: run.now, about };
    return { ...common, type: 'refuse-release', reason: token, marking: { to: 'all' } };
  }
  function undoing(
    seat: string,
    token: string,
    type: 'break-silence' | 'take-back',
    of: Recorded['type'],
  ): Recorded {
    return { key: token, seat, office: seat, at: run.now, text: token, type, about: idOfLast(of) };
  }
  function directing(director: Pick<Recorded, 'key' | 'seat' | 'office' | 'at'>): readonly Recorded[] {
    const rule = pick(['striking', 'aiding', 'delegating', 'reporting']);
    return [
      { ...director, type: 'suspend', rule },
      { ...director, type: 'suspend', rule },
      { ...director, type: 'restore', rule },
      { ...director, type: 'declare', on: 'emergency', holds: random() < 0.5 },
      { ...director, type: 'absent', of: pick(SEATS) },
      { ...director, type: 'succeed', of: pick(SEATS), holder: 'Somebody', acting: true },
    ];
  }
  function command(): Recorded {
    tokens += 1;
    const token = `secret${tokens}x`;
    const item = secrets.length > 0 ? pick(secrets) : { id: 'none', seat: 'a-chief' };
    const about = item.id;
    const seat = pick(SEATS);
    const by = (who: string) => ({ key: token, seat: who, office: who, at: run.now });
    const marking = pick<Marking>([
      { to: 'all' },
      { to: 'all' },
      { to: 'party', party: pick(['arden', 'borea']) },
      { to: 'parties', parties: ['arden', 'borea'] },
      { to: 'seats', seats: SEATS.filter(() => random() < 0.6) },
    ]);
    const common = { ...by(seat), text: token, marking };
    const document = {
      title: token,
      hash: pick(['0', '1']).repeat(64),
      mediaType: 'text/plain',
      size: tokens,
    };
    const quoting = random() < 0.3 ? { from: { relation: 'quote', of: about } as const } : {};
    switch (pick(CHOICES)) {
      case 'act': {
        const { by: office, kind, on, to } = pick<Act>(acts);
        const said = {
          ...common,
          seat: seatOf(ALLIANCE, office, TODAY),
          office,
          on,
          departure: token,
          relyingOn: TIGHT,
        };
        return { ...said, ...quoting, type: kind as 'concur', ...(to === undefined ? {} : { to }) };
      }
      case 'plan':
        return { ...common, ...quoting, type: 'plan', on: 'aid', underSilence: true };
      case 'saying':
        return {
          ...common,
          type: pick(['answer', 'object', 'reserve', 'dissent', 'position', 'receipt']),
          about,
        };
      case 'document':
        return { ...common, ...quoting, type: 'advise', on: 'strike', document };
      case 'ask':
        return pick<Recorded>([
          { ...common, type: 'request-release', about, to: item.seat },
          { ...common, type: 'request-document', title: token, to: pick(SEATS) },
          refusal(token),
          refusal(token),
        ]);
      case 'request':
        return {
          ...common,
          ...quoting,
          type: 'request',
          on: 'strike',
          to: pick(SEATS),
          within: 600 as Duration,
        };
      case 'release':
        return { ...common, ...by(item.seat), type: 'release', about };
      case 'undo':
        return {
          ...by(pick([item.seat, seat])),
          text: token,
          type: pick(['withdraw', 'recall']),
          about,
        };
      case 'break':
        return undoing(pick(['b-minister', 'a-minister']), token, 'break-silence', 'plan');
      case 'take-back':
        return undoing('a-chief', token, 'take-back', 'delegate');
      default:
        return pick<Recorded>([
          { ...by(seat), type: pick(['absent', 'present']), of: pick(SEATS) },
          { ...by('a-chief'), type: pick(['link-down', 'link-up']), of: pick(SEATS) },
          { ...by('a-chief'), type: 'declare', on: 'emergency', holds: random() < 0.5 },
          { ...by(seat), type: 'succeed', holder: 'Somebody', acting: random() < 0.5 },
          ...(exercise ? directing(by(DIRECTOR)) : []),
        ]);
    }
  }
  const next = (): Recorded => {
    run.clock += Math.floor(random() * 900);
    return command();
  };
  for (let step = 0; step < 2 * STEPS && secrets.length < STEPS; step += 1) {
    const sent = next();
    const decision = run.send(sent);
    if (!decision.ok) continue;
    const named = 'about' in sent ? secrets.find(({ id }) => id === sent.about) : undefined;
    // What undoes an item is seen with it, so it shares the very list of its markings.
    const markings: Marking[] = 'marking' in sent ? [sent.marking] : named ? named.markings : [{ to: 'all' }];
    secrets.push({
      token: sent.key,
      id: `${sent.seat}/${sent.key}`,
      seat: sent.seat,
      command: sent,
      markings,
    });
    if (sent.type === 'release') named!.markings.push(sent.marking);
  }
  return { run, secrets, random: next };
}

export function hiddenFrom(secrets: readonly Secret[], viewer: Viewer): readonly Secret[] {
  return secrets.filter(({ markings }) => !markings.some((marking) => mayBeShown(marking, viewer)));
}

/** The events without all that is hidden from a viewer. */
export function without(
  events: readonly Event[],
  hidden: readonly Secret[],
  viewer: string,
): readonly Event[] {
  const gone = new Set(hidden.map(({ id }) => id));
  return events.flatMap((event): readonly Event[] => {
    switch (event.type) {
      case 'recorded':
        return gone.has(event.entry.id) ? [] : [event];
      case 'silence-ended':
        return gone.has(event.proposal) ? [] : [event];
      case 'deadline-missed': {
        const missed = event.missed.filter(({ viewers }) => viewers.includes(viewer));
        return missed.length === 0 ? [] : [{ ...event, missed }];
      }
      case 'effected': {
        const acts = event.acts.filter(({ viewers }) => viewers.includes(viewer));
        const owed = event.owed.filter(({ viewers }) => viewers.includes(viewer));
        return acts.length === 0 ? [] : [{ ...event, acts, owed }];
      }
    }
  });
}

/** The items that a command names. */
export function asksAbout(command: Command): readonly string[] {
  return [
    ...('about' in command ? [command.about] : []),
    ...('from' in command && command.from ? [command.from.of] : []),
  ];
}
