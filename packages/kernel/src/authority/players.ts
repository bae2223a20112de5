/** Who counts as one player at each level, and whom a name stands for. */
import type { Day } from '../arrangement/date.ts';
import { holdsOn } from '../arrangement/date.ts';
import { entry, type Answering, type Any, type Arrangement } from '../arrangement/model.ts';
import { indexOf } from './index-of.ts';
import type { Level } from './question.ts';
import { universe } from './universe.ts';

/** The seat that holds an office on a day; an office that no seat holds is a seat of its own. */
export function seatOf(arrangement: Arrangement, office: string, at: Day): string {
  return seatsWith(arrangement.seats, office).find((seat) => holdsOn(seat, at))?.id ?? office;
}

const seatsWith = indexOf((seats: Arrangement['seats']) =>
  [...seats.values()].flatMap((seat) => seat.offices.map((office) => [office, seat] as const)),
);

function answersOnlyTo(answering: Answering, party: string): boolean {
  return answering.type === 'party'
    ? answering.party === party
    : answering.of.every((each) => answersOnlyTo(each, party));
}

/** The offices that answer to a party, alone or together with others. */
const answeringTo = indexOf((offices: Arrangement['offices']) =>
  [...offices.values()].flatMap((office) =>
    [...new Set(partiesIn(office.answersTo))].map((party) => [party, office] as const),
  ),
);

/** Offices that answer to one party and to nobody else. */
export function officesOf(arrangement: Arrangement, party: string): string[] {
  return answeringTo(arrangement.offices, party)
    .filter((office) => answersOnlyTo(office.answersTo, party))
    .map((office) => office.id);
}

/** The party whom a name speaks for: itself, or, of a government, the party it governs. */
export function partyOf(arrangement: Arrangement, who: string): string {
  return arrangement.governments.get(who)?.party ?? who;
}

/** The offices that a party, government, seat, body or office acts through. */
export function actingOffices(arrangement: Arrangement, who: string): readonly string[] {
  const named = entry(arrangement, who);
  switch (named?.type) {
    case 'party':
    case 'government':
      return officesOf(arrangement, partyOf(arrangement, who));
    case 'seat':
      return named.offices;
    case 'body':
      return named.members;
    default:
      return [who];
  }
}

/** Every name by which somebody may be addressed: its own, its offices' and, of an office, nobody else's. */
export function names(arrangement: Arrangement, who: string): ReadonlySet<string> {
  return new Set([who, partyOf(arrangement, who), ...actingOffices(arrangement, who)]);
}

/** The names under which somebody speaks: its own and, of a party, those of offices that answer to it together with others. */
export function speaksAs(arrangement: Arrangement, who: string): ReadonlySet<string> {
  const party = partyOf(arrangement, who);
  const shared = answeringTo(arrangement.offices, party);
  return new Set([...names(arrangement, who), ...shared.map((office) => office.id)]);
}

/** Whether an actor is one of these, or a body in which one of these sits. */
export function isOrSeats(arrangement: Arrangement, actor: string, these: ReadonlySet<string>): boolean {
  return (
    these.has(actor) || (arrangement.bodies.get(actor)?.members.some((member) => these.has(member)) ?? false)
  );
}

const ACTORS: readonly Any['type'][] = ['party', 'government', 'office', 'seat', 'body'];

/** Whether a name is one that can be asked about. */
export function isActor(arrangement: Arrangement, who: string): boolean {
  const named = entry(arrangement, who);
  return named !== undefined && ACTORS.includes(named.type);
}

/** The level at which a question about somebody is asked when it does not say. */
export function levelFor(arrangement: Arrangement, who: string): Level {
  const type = entry(arrangement, who)?.type;
  return type === 'party' || type === 'government' ? 'party' : type === 'seat' ? 'seat' : 'office';
}

/** The players that somebody is, at a level. */
export function playersOf(
  arrangement: Arrangement,
  who: string,
  level: Exclude<Level, 'act'>,
  at: Day,
): readonly string[] {
  if (level === 'party') {
    const party = partyOf(arrangement, who);
    if (arrangement.parties.has(party)) return [party];
    const answering = actingOffices(arrangement, who).flatMap((office) => {
      const found = arrangement.offices.get(office);
      return found ? partiesIn(found.answersTo) : [];
    });
    return [...new Set(answering)];
  }
  const offices = actingOffices(arrangement, who);
  return level === 'office'
    ? offices
    : [...new Set(offices.map((office) => seatOf(arrangement, office, at)))];
}

/** The parties that a formula of answering names. */
export function partiesIn(answering: Answering): readonly string[] {
  return answering.type === 'party' ? [answering.party] : answering.of.flatMap(partiesIn);
}

/** Every player at a level on a day, in the order of the arrangement. */
export function playersAt(arrangement: Arrangement, at: Day, level: Level): readonly string[] {
  switch (level) {
    case 'act':
      return [...universe(arrangement).keys()];
    case 'office':
      return [...arrangement.offices.keys()];
    case 'seat':
      return [...new Set([...arrangement.offices.keys()].map((office) => seatOf(arrangement, office, at)))];
    case 'party':
      return [...arrangement.parties.keys()];
  }
}
