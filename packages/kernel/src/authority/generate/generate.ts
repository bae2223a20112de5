/**
 * Alliances of any size in three shapes, notional throughout, to show that the engine answers at the size of a real federation and to
 * measure how fast. The same shape and size always give the same arrangement.
 */
import type { Outcome } from '../../arrangement/act.ts';
import type { Arrangement, Way } from '../../arrangement/model.ts';
import { done, Draft, MATTER, read, whenever } from './draft.ts';

export const SHAPES = ['hub-and-spoke', 'federation', 'committees'] as const;
export type AllianceShape = (typeof SHAPES)[number];

export interface Alliance {
  readonly arrangement: Arrangement;
  /** What it is about: the common decision, carried out. */
  readonly outcome: Outcome;
}

/** Voices that the council needs, where it has twice as many members: like-minded members suffice, as in enhanced co-operation. */
const VOICES = 9;

/** An alliance of about so many offices: not fewer, and some more only where its shape wants them. */
export function generateAlliance(shape: AllianceShape, offices: number): Alliance {
  const draft = new Draft();
  const capital = draft.party('capital');
  for (const office of ['president', 'minister', 'commander']) draft.office(office, capital);
  draft.seat('supreme-seat', ['minister', 'commander']);
  draft.condition('emergency');
  draft.reading('concurrence', ['consent', 'presence']);
  const envoys = SHAPE[shape](draft, offices);
  // What all have in common: the president decides with the council, the commander executes.
  draft.body('council', envoys, {
    type: 'atLeast',
    count: Math.min(VOICES, Math.ceil(envoys.length / 2)),
    veto: [],
  });
  draft.power('council-decides', 'decide by council');
  draft.power('president-decides', 'decide by president', {
    valid: {
      type: 'anyOf',
      of: [
        done('decide by council'),
        { type: 'allOf', of: [whenever('emergency'), read('concurrence', 'presence')] },
      ],
    },
    proper: { type: 'allOf', of: envoys.map((envoy) => done(`consult by president with ${envoy}`)) },
    revocableBy: done('decide by council'),
  });
  draft.power('commander-executes', 'execute by commander', {
    valid: done('decide by president'),
    inForce: done('plan by minister'),
    revocableBy: done('revoke by president'),
  });
  draft.duty('warning', 'execute by commander', [
    { label: 'emergency', when: whenever('emergency'), must: done(`inform by minister to ${envoys[0]}`) },
    {
      label: 'peace',
      must: { type: 'allOf', of: envoys.map((envoy) => done(`inform by minister to ${envoy}`)) },
    },
  ]);
  draft.delegation('deputy', 'execute by commander', 'minister');
  draft.pace('deliberation', 'decide by president', 3600);
  return {
    arrangement: draft.arrangement(`${shape}-${offices}`),
    outcome: { kind: 'execute', on: MATTER },
  };
}

/** Each fills a draft up to the number of offices and gives the members of the council. */
const SHAPE: Readonly<Record<AllianceShape, (draft: Draft, offices: number) => readonly string[]>> = {
  'hub-and-spoke': hubAndSpoke,
  federation,
  committees,
};

/**
 * A group of offices with an envoy who concurs when its assembly does. The assembly's members concur for themselves, or as envoys of the
 * groups below them.
 */
function assembly(draft: Draft, id: string, party: string, members: readonly string[], way: Way): string {
  const envoy = draft.office(`${id}-envoy`, party);
  draft.body(id, members, way);
  draft.power(`${id}-decides`, `decide by ${id}`);
  draft.power(`${id}-is-heard`, `concur by ${envoy}`, {
    valid: done(`decide by ${id}`),
    revocableBy: done(`decide by ${id}`),
  });
  draft.pace(`${id}-sits`, `concur by ${envoy}`, 600);
  return envoy;
}

function officesOf(draft: Draft, party: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => draft.office(`${party}-${index + 1}`, party));
}

/** Parties of ten around the capital, each of which makes up its own mind. */
function hubAndSpoke(draft: Draft, offices: number): string[] {
  const envoys: string[] = [];
  while (draft.offices < offices) {
    const spoke = draft.party(`spoke-${envoys.length + 1}`);
    const members = officesOf(draft, spoke, 9);
    envoys.push(assembly(draft, `${spoke}-cabinet`, spoke, members, { type: 'majority' }));
  }
  return envoys;
}

/** Groups of eight, whose envoys form groups of eight, and so on up to one group. */
function federation(draft: Draft, offices: number): string[] {
  const WIDTH = 8;
  // Of n leaves there are n/8 + n/64 + … = n/7 envoys.
  const leaves = Math.max(WIDTH, Math.ceil(((offices - draft.offices) * (WIDTH - 1)) / WIDTH));
  let level: string[] = [];
  for (let leaf = 0; leaf < leaves; leaf += WIDTH) {
    const party = draft.party(`people-${leaf / WIDTH + 1}`);
    level.push(...officesOf(draft, party, Math.min(WIDTH, leaves - leaf)));
  }
  for (let height = 1; level.length > WIDTH; height++) {
    const above: string[] = [];
    const party = draft.party(`league-${height}`);
    for (let first = 0; first < level.length; first += WIDTH) {
      const members = level.slice(first, first + WIDTH);
      above.push(assembly(draft, `${party}-${above.length + 1}`, party, members, { type: 'majority' }));
    }
    level = above;
  }
  return level;
}

/** Committees of seven to thirteen, of which k of n suffice with their chair; each has a voice in the council. */
function committees(draft: Draft, offices: number): string[] {
  const envoys: string[] = [];
  while (draft.offices < offices) {
    const size = 7 + (envoys.length % 7);
    const party = draft.party(`ministry-${envoys.length + 1}`);
    const members = officesOf(draft, party, size);
    const count = Math.ceil(size * (0.4 + (envoys.length % 3) / 5));
    const way: Way = { type: 'atLeast', count, veto: members.slice(0, 1) };
    envoys.push(assembly(draft, `${party}-committee`, party, members, way));
  }
  return envoys;
}
