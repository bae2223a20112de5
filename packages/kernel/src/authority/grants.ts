/** Which rules bear on an act: the powers that grant it, the duties before it, the delegations of it. */
import {
  covers,
  DECISIVE_KINDS,
  VOICE_KINDS,
  type Act,
  type ActKind,
  type Outcome,
} from '../arrangement/act.ts';
import { holdsOn, type Day } from '../arrangement/date.ts';
import type { Arrangement, Delegation, Duty, Power, Succession } from '../arrangement/model.ts';

/** The powers for an outcome at any time. */
export function powersFor(arrangement: Arrangement, outcome: Outcome): Power[] {
  return [...arrangement.powers.values()].filter((power) => covers(power.act, outcome));
}

/** The powers for an outcome on a day. */
export function powersOn(arrangement: Arrangement, outcome: Outcome, at: Day): Power[] {
  return powersFor(arrangement, outcome).filter((power) => holdsOn(power, at));
}

/** What is owed before an act on a day. */
export function dutiesBefore(arrangement: Arrangement, act: Act, at: Day): Duty[] {
  return [...arrangement.duties.values()].filter(
    (duty) => duty.time === 'before' && covers(duty.act, act) && holdsOn(duty, at),
  );
}

export function delegationsOf(arrangement: Arrangement, act: Act, at: Day): Delegation[] {
  return [...arrangement.delegations.values()].filter(
    (delegation) => covers(delegation.act, act) && holdsOn(delegation, at),
  );
}

export function successionTo(arrangement: Arrangement, office: string, at: Day): Succession | undefined {
  return [...arrangement.successions.values()].find((each) => each.office === office && holdsOn(each, at));
}

/** Whether whoever a rule names may do such an act without a power of its own. */
export function needsNoPower(kind: ActKind): boolean {
  return kind === 'concur' || !DECISIVE_KINDS.includes(kind);
}

/** The rank of a voice: 1 to be informed … 7 to execute; 0 for kinds that give none. */
export function voiceRank(kind: ActKind | 'none'): number {
  return VOICE_KINDS.findIndex((each) => each === kind) + 1;
}
