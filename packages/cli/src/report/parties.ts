/** Whose an actor is, and the colour that stands for it. */
import type { Answering, Arrangement } from '@foedus/kernel';

function partiesIn(answering: Answering): string[] {
  return answering.type === 'party' ? [answering.party] : answering.of.flatMap(partiesIn);
}

/** The party that an office, a body or a party belongs to; `undefined` when it belongs to several. */
export function partyOf(arrangement: Arrangement, actor: string): string | undefined {
  if (arrangement.parties.has(actor)) return actor;
  const office = arrangement.offices.get(actor);
  const body = arrangement.bodies.get(actor);
  const parties = office
    ? partiesIn(office.answersTo)
    : (body?.members ?? []).map((member) => partyOf(arrangement, member));
  return new Set(parties).size === 1 ? parties[0] : undefined;
}

/** The style class of a party's colour; of several parties together, that of the joint. Colours repeat after eight parties. */
export function colourOf(arrangement: Arrangement, party: string | undefined): string {
  return party === undefined ? 'joint' : `p${[...arrangement.parties.keys()].indexOf(party) % 8}`;
}
