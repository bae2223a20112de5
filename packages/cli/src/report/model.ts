/** Everything that a report shows, gathered from the engine before anything is drawn. */
import {
  ask,
  compare,
  decisions,
  voices,
  type Arrangement,
  type Day,
  type Extent,
  type MatterComparison,
  type Outcome,
  type Reply,
  type Answer,
  type SetList,
  type Survival,
  type Text,
} from '@foedus/kernel';
import { orRefuse, refused } from '../refuse.ts';
import type { ClaimOutput } from '../schema/check.ts';

export interface PartyExtent {
  readonly party: string;
  readonly extent: Extent;
}

/** Who can bring one outcome about, prevent it, or be passed over in it. */
export interface OutcomeControl {
  readonly outcome: Outcome;
  readonly possible: Extent;
  readonly needed: readonly PartyExtent[];
  readonly alone: readonly PartyExtent[];
  readonly passedOver: readonly PartyExtent[];
  readonly blockers: SetList;
}

export interface PartySurvival {
  readonly party: string;
  readonly sentence: Text;
  readonly rules: Survival['rules'];
}

export interface Report {
  readonly arrangement: Arrangement;
  readonly other: Arrangement | undefined;
  readonly at: Day;
  readonly voices: readonly MatterComparison[];
  readonly outcomes: readonly OutcomeControl[];
  readonly survival: readonly PartySurvival[];
  readonly claims: readonly ClaimOutput[];
}

/** At most so many minimal sets are listed for an outcome. */
const LISTED = 6;

function answerOf<A extends Answer>(reply: Reply<A>): A {
  if (!reply.ok) throw refused(reply.refusal);
  return reply.answer;
}

function control(arrangement: Arrangement, at: Day, outcome: Outcome): OutcomeControl {
  const parties = [...arrangement.parties.keys()];
  const held = (question: 'canAlone' | 'canBypass'): PartyExtent[] =>
    parties
      .map((party) => ({
        party,
        extent: answerOf(ask(arrangement, { at }, { ask: question, who: party, outcome })).extent,
      }))
      .filter(({ extent }) => extent !== 'none');
  const needs = answerOf(ask(arrangement, { at }, { ask: 'needs', outcome, level: 'party' }));
  const blockers = answerOf(
    ask(arrangement, { at }, { ask: 'blockers', outcome, level: 'seat', limit: LISTED }),
  );
  return {
    outcome,
    possible: needs.possible,
    needed: needs.players
      .filter(({ extent }) => extent !== 'none')
      .map(({ player, extent }) => ({ party: player, extent })),
    alone: held('canAlone'),
    passedOver: held('canBypass'),
    blockers: blockers.inSome,
  };
}

function voicesOf(
  arrangement: Arrangement,
  other: Arrangement | undefined,
  at: Day,
): readonly MatterComparison[] {
  if (other) return orRefuse(compare(arrangement, { at }, other, { at }));
  return [...arrangement.matters.keys()].map((matter) => ({
    matter,
    left: orRefuse(voices(arrangement, { at }, matter)),
    right: null,
  }));
}

/** Asks everything that a report says about an arrangement on a day. */
export function gather(
  arrangement: Arrangement,
  other: Arrangement | undefined,
  at: Day,
  claims: readonly ClaimOutput[],
): Report {
  const outcomes = decisions(arrangement)
    .map((outcome) => control(arrangement, at, outcome))
    .filter(({ possible }) => possible !== 'none');
  const survival = [...arrangement.parties.keys()].map((party) => {
    const { sentence, rules } = answerOf(ask(arrangement, { at }, { ask: 'survives', who: party }));
    return { party, sentence, rules };
  });
  return { arrangement, other, at, voices: voicesOf(arrangement, other, at), outcomes, survival, claims };
}
