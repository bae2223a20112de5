/** Measures of an exercise, from its record alone: the same record gives the same measures. Times are scenario time, in milliseconds. */
import type { RefusalCode } from '../../consultation/refusal.ts';
import { elapsedAt, type Elapsed } from '../run/clock.ts';
import { CONTROL } from '../scenario/read/words.ts';
import { speaksFor } from '../run/roles.ts';
import { tasksOf } from '../run/stage.ts';
import type { Exercise, Rated, RefusedAct, Verdict } from '../run/model.ts';
import { measuresOf, type ConsultationMeasures } from './consultation.ts';
import type { ExerciseRecord } from './record.ts';

export interface Measures {
  /** From STARTEX to ENDEX, or to the last moment that is known. */
  readonly lasted: Elapsed;
  readonly consultations: readonly ConsultationMeasures[];
  readonly refused: readonly RefusedAct[];
  /** How often for which reason. */
  readonly refusedFor: Readonly<Partial<Record<RefusalCode, number>>>;
  readonly injects: {
    readonly sent: number;
    readonly notSent: number;
    /** The cell or seat that an inject was sent to, and how long it took until somebody said that he had it; `null`: nobody did. */
    readonly received: readonly {
      readonly inject: string;
      readonly to: string;
      readonly after: number | null;
    }[];
  };
  readonly messages: {
    readonly written: number;
    /** Those that asked for an answer to which nobody replied. */
    readonly unanswered: readonly string[];
    /** Those that asked for an answer which nobody took upon himself to give. */
    readonly unowned: readonly string[];
  };
  readonly expectations: readonly JudgedExpectation[];
  readonly tasks: readonly {
    readonly task: string;
    readonly ratings: readonly Rated[];
    readonly met: number;
    readonly missed: number;
  }[];
}

export interface JudgedExpectation {
  readonly expectation: string;
  readonly inject: string;
  readonly task?: string;
  /** Absent: it was not decided. */
  readonly verdict?: Verdict;
  /** From when the inject was sent. */
  readonly after?: number;
}

export function measures({ stage, state }: ExerciseRecord): Measures {
  const { arrangement, cases, scenario } = stage;
  const expectations = judgedIn(state);
  const refusedFor: Partial<Record<RefusalCode, number>> = {};
  for (const { code } of state.refusals) refusedFor[code] = (refusedFor[code] ?? 0) + 1;
  return {
    lasted: elapsedAt(state.clock, state.now),
    consultations: [...cases].map(([id, consultation]) => measuresOf(arrangement, id, consultation)),
    refused: state.refusals,
    refusedFor,
    injects: {
      sent: state.sent.length,
      notSent: state.injects.size - state.sent.length,
      received: receivedIn(state),
    },
    messages: messagesIn(state),
    expectations,
    tasks: [...tasksOf(scenario).keys()].map((task) => {
      const own = expectations.filter((each) => each.task === task);
      const count = (verdict: Verdict['verdict']): number =>
        own.filter((each) => each.verdict?.verdict === verdict).length;
      return {
        task,
        ratings: state.ratings.filter((each) => each.task === task),
        met: count('met'),
        missed: count('missed'),
      };
    }),
  };
}

function judgedIn({ injects, sent, verdicts }: Exercise): readonly JudgedExpectation[] {
  return sent.flatMap((id) => {
    const { inject, sent: when } = injects.get(id)!;
    return inject.expected.map(({ id: expectation, task }) => {
      const verdict = verdicts.get(expectation);
      return {
        expectation,
        inject: id,
        ...(task === undefined ? {} : { task }),
        ...(verdict ? { verdict, after: verdict.elapsed - when!.elapsed } : {}),
      };
    });
  });
}

function receivedIn({ injects, participants, sent }: Exercise): Measures['injects']['received'] {
  return sent.flatMap((id) => {
    const { acknowledged, inject, sent: when } = injects.get(id)!;
    return inject.to.map((to) => {
      const first = acknowledged.find(({ by }) => {
        const who = participants.get(by);
        return who !== undefined && speaksFor(who, to);
      });
      return { inject: id, to, after: first ? first.elapsed - when!.elapsed : null };
    });
  });
}

/** A reply is a message about the other, by somebody else. Control's talk with itself is no part of the play. */
function messagesIn({ messages }: Exercise): Measures['messages'] {
  const played = messages.filter(({ to }) => to.some((target) => target !== CONTROL) || to.length === 0);
  const asking = messages.filter(({ asks }) => asks);
  const replied = (id: string, from: string): boolean =>
    messages.some((each) => each.about === id && each.from !== from);
  return {
    written: played.length,
    unanswered: asking.filter(({ from, id }) => !replied(id, from)).map(({ id }) => id),
    unowned: asking.filter(({ owner }) => owner === undefined).map(({ id }) => id),
  };
}
