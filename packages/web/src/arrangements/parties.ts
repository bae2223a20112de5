/** To which parties actors answer, and in which colours the parties are marked. */
import type { Answering, Arrangement } from '@foedus/kernel';

function partiesIn(answering: Answering): readonly string[] {
  return answering.type === 'party' ? [answering.party] : answering.of.flatMap(partiesIn);
}

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

/** Colours repeat after so many parties; a name always stands beside its colour. */
const COLOURS = 8;

/** The number of a party's colour, from 1 on. */
export function colourOf(arrangement: Arrangement, party: string): number {
  return ([...arrangement.parties.keys()].indexOf(party) % COLOURS) + 1;
}

/** The colour of the one party that an actor answers to; `undefined` for several together. */
export function colourOfActor(arrangement: Arrangement, actor: string): number | undefined {
  const [party, ...more] = partiesOf(arrangement, actor);
  return party === undefined || more.length > 0 ? undefined : colourOf(arrangement, party);
}
