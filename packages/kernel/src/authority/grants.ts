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
import { indexOf } from './index-of.ts';
import type { Arrangement, Delegation, Duty, Power, Succession } from '../arrangement/model.ts';

/** What rules about acts are looked up by: the kind and the matter alone, and with the one who acts. */
function keysOf({ kind, by, on }: Act): readonly string[] {
  return [`${kind} ${on}`, `${kind} ${on} ${by}`];
}

function keyOf({ kind, by, on }: Outcome): string {
  return by === undefined ? `${kind} ${on}` : `${kind} ${on} ${by}`;
}

/** Those rules of a table that cover an act, in their order; a table is looked through once, however many acts are asked about. */
function covering<R extends { readonly act: Act }>(): (table: ReadonlyMap<string, R>, act: Outcome) => R[] {
  const find = indexOf((table: ReadonlyMap<string, R>) =>
    [...table.values()].flatMap((rule) => keysOf(rule.act).map((key) => [key, rule] as const)),
  );
  return (table, act) => find(table, keyOf(act)).filter((rule) => covers(rule.act, act));
}

const powersCovering = covering<Power>();
const dutiesCovering = covering<Duty>();
const delegationsCovering = covering<Delegation>();
const successionsTo = indexOf((table: ReadonlyMap<string, Succession>) =>
  [...table.values()].map((each) => [each.office, each] as const),
);

/** The powers for an outcome at any time. */
export function powersFor(arrangement: Arrangement, outcome: Outcome): Power[] {
  return powersCovering(arrangement.powers, outcome);
}

/** The powers for an outcome on a day. */
export function powersOn(arrangement: Arrangement, outcome: Outcome, at: Day): Power[] {
  return powersFor(arrangement, outcome).filter((power) => holdsOn(power, at));
}

/** What is owed before an act on a day. */
export function dutiesBefore(arrangement: Arrangement, act: Act, at: Day): Duty[] {
  return dutiesCovering(arrangement.duties, act).filter(
    (duty) => duty.time === 'before' && holdsOn(duty, at),
  );
}

export function delegationsOf(arrangement: Arrangement, act: Act, at: Day): Delegation[] {
  return delegationsCovering(arrangement.delegations, act).filter((delegation) => holdsOn(delegation, at));
}

export function successionTo(arrangement: Arrangement, office: string, at: Day): Succession | undefined {
  return successionsTo(arrangement.successions, office).find((each) => holdsOn(each, at));
}

/** Whether whoever a rule names may do such an act without a power of its own. */
export function needsNoPower(kind: ActKind): boolean {
  return kind === 'concur' || !DECISIVE_KINDS.includes(kind);
}

/** The rank of a voice: 1 to be informed … 7 to execute; 0 for kinds that give none. */
export function voiceRank(kind: ActKind | 'none'): number {
  return VOICE_KINDS.findIndex((each) => each === kind) + 1;
}
