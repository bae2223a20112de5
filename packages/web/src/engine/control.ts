/** Who controls an outcome. */
import {
  ask,
  decisions,
  type AnswerTo,
  type Arrangement,
  type Effect,
  type Frame,
  type Outcome,
  type Question,
  type Refusal,
} from '@foedus/kernel';
import type { Control, Or, PartyExtent, Procedure, Survival } from './tasks.ts';

/** At most so many minimal sets are listed; all are counted. */
const LISTED = 6;

class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Asks several questions; the first that is refused refuses the whole. */
function together<T>(work: () => T): Or<T> {
  try {
    return { ok: true, value: work() };
  } catch (thrown) {
    if (thrown instanceof Refused) return { ok: false, refusal: thrown.refusal };
    throw thrown;
  }
}

function answer<Q extends Question>(arrangement: Arrangement, frame: Frame, question: Q): AnswerTo<Q> {
  const reply = ask(arrangement, frame, question);
  if (!reply.ok) throw new Refused(reply.refusal);
  return reply.answer;
}

function controlOf(arrangement: Arrangement, frame: Frame, outcome: Outcome, effect: Effect): Control {
  const held = (question: 'canAlone' | 'canBypass'): PartyExtent[] =>
    [...arrangement.parties.keys()].flatMap((party) => {
      const { extent } = answer(arrangement, frame, { ask: question, who: party, outcome, effect });
      return extent === 'none' ? [] : [{ party, extent }];
    });
  return {
    outcome,
    needs: answer(arrangement, frame, { ask: 'needs', outcome, effect, level: 'party' }),
    blockers: answer(arrangement, frame, { ask: 'blockers', outcome, effect, level: 'seat', limit: LISTED }),
    alone: held('canAlone'),
    passedOver: held('canBypass'),
  };
}

/** Every decision and execution that is possible in the frame. */
export function controls(arrangement: Arrangement, frame: Frame, effect: Effect): Or<readonly Control[]> {
  return together(() =>
    decisions(arrangement)
      .map((outcome) => controlOf(arrangement, frame, outcome, effect))
      .filter(({ needs }) => needs.possible !== 'none'),
  );
}

/** For each party: what is left of every power if it turns against the arrangement. */
export function continuityOf(arrangement: Arrangement, frame: Frame): Or<readonly Survival[]> {
  return together(() =>
    [...arrangement.parties.keys()].map((who) => answer(arrangement, frame, { ask: 'survives', who })),
  );
}

export function procedureOf(
  arrangement: Arrangement,
  frame: Frame,
  outcome: Outcome,
  effect: Effect,
): Or<Procedure> {
  return together(() => ({
    control: controlOf(arrangement, frame, outcome, effect),
    coalitions: answer(arrangement, frame, {
      ask: 'coalitions',
      outcome,
      effect,
      level: 'seat',
      limit: LISTED,
    }),
    pace: answer(arrangement, frame, { ask: 'pace', outcome, effect }),
  }));
}
