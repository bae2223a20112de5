/**
 * Which log an item stands in. Whoever may read a log may read all of it, and its length tells how much there is; so items for different
 * readers stand in different logs: by arrangement, live or exercise, author and audience.
 */
import type { Arrangement, consultation, record } from '@foedus/kernel';

/**
 * Who may read a log: every seat of the arrangement (`shared`); every seat that answers to the author's party alone (`own`); or nobody but
 * the node, because its entries are for different seats (`limited`).
 */
export const AUDIENCES = ['shared', 'own', 'limited'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A log of the node. `party` is the author's; `null`: seats that answer to several parties, or to none. */
export interface Place {
  readonly kind: record.EntryKind;
  readonly arrangement: string;
  readonly party: string | null;
  readonly audience: Audience;
}

/** The logs of the parties of one arrangement, live or exercise. */
export interface Family {
  readonly kind: record.EntryKind;
  readonly arrangement: string;
  readonly parties: readonly string[];
}

/** The log's name: `ncg.example/live/rok-us/party/rok/shared`, `ncg.example/live/rok-us/common/limited`. Ids have neither `/` nor `+`. */
export function originOf(node: string, { kind, arrangement, party, audience }: Place): string {
  const author = party === null ? 'common' : `party/${party}`;
  return `${node}/${kind}/${arrangement}/${author}/${audience}`;
}

/** All logs that there can be of a family. */
export function placesOf({ kind, arrangement, parties }: Family): Place[] {
  return [...parties, null].flatMap((party) =>
    AUDIENCES.filter((audience) => party !== null || audience !== 'own').map((audience) => ({
      kind,
      arrangement,
      party,
      audience,
    })),
  );
}

/** Where an item belongs: the party for which its author's seat speaks, and the audience of its markings taken together. */
export function placeOf(
  kind: record.EntryKind,
  arrangement: Arrangement,
  seated: consultation.Seated | undefined,
  markings: readonly consultation.Marking[],
): Place {
  const party = seated?.parties.length === 1 ? seated.parties[0]! : null;
  return { kind, arrangement: arrangement.id, party, audience: audienceOf(arrangement, party, markings) };
}

function audienceOf(
  arrangement: Arrangement,
  party: string | null,
  markings: readonly consultation.Marking[],
): Audience {
  if (markings.some((marking) => isForAll(arrangement, marking))) return 'shared';
  const isOwn = (marking: consultation.Marking): boolean =>
    (marking.to === 'party' && marking.party === party) ||
    (marking.to === 'parties' && marking.parties.every((each) => each === party));
  // An item that more than the own party may see is in no other party's reach here, but nobody may tell from a log how many such there are.
  return party !== null && markings.length > 0 && markings.every(isOwn) ? 'own' : 'limited';
}

function isForAll(arrangement: Arrangement, marking: consultation.Marking): boolean {
  if (marking.to === 'all') return true;
  return (
    marking.to === 'parties' &&
    [...arrangement.parties.keys()].every((each) => marking.parties.includes(each))
  );
}

const ORIGIN = /^(live|exercise)\/([a-z0-9-]+)\/(?:common|party\/([a-z0-9-]+))\/(shared|own|limited)$/;

/** The place of one of the node's logs; `undefined` for every other text. */
export function placeOfOrigin(node: string, origin: string): Place | undefined {
  const match = origin.startsWith(`${node}/`) ? ORIGIN.exec(origin.slice(node.length + 1)) : null;
  if (!match) return undefined;
  const [, kind, arrangement, party, audience] = match;
  const place: Place = {
    kind: kind as record.EntryKind,
    arrangement: arrangement!,
    party: party ?? null,
    audience: audience as Audience,
  };
  return party === undefined && place.audience === 'own' ? undefined : place;
}
