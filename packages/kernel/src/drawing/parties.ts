/** To which parties actors answer, and in which colours the parties are marked. */
import type { Arrangement } from '../arrangement/model.ts';
import { partiesIn } from '../authority/players.ts';

/** Every party that an actor answers to, through its members where it is a body. */
export function partiesOf(arrangement: Arrangement, actor: string): readonly string[] {
  if (arrangement.parties.has(actor)) return [actor];
  const office = arrangement.offices.get(actor);
  const members = arrangement.bodies.get(actor)?.members ?? [];
  const all = office
    ? partiesIn(office.answersTo)
    : members.flatMap((member) => partiesOf(arrangement, member));
  return [...new Set(all)];
}

/** The one party that an actor answers to; `undefined` for several together, or none. */
export function onlyPartyOf(arrangement: Arrangement, actor: string): string | undefined {
  const [party, ...more] = partiesOf(arrangement, actor);
  return more.length > 0 ? undefined : party;
}

/** Colours repeat after so many parties; a name always stands beside its colour. */
export const PARTY_COLOURS = 8;

/** The number of a party's colour, from 1 to `PARTY_COLOURS`, in the order of the arrangement. */
export function colourOf(arrangement: Arrangement, party: string): number {
  return ([...arrangement.parties.keys()].indexOf(party) % PARTY_COLOURS) + 1;
}

/** The colour of the one party that an actor answers to; `undefined` for several together. */
export function colourOfActor(arrangement: Arrangement, actor: string): number | undefined {
  const party = onlyPartyOf(arrangement, actor);
  return party === undefined ? undefined : colourOf(arrangement, party);
}
