/** Commands that are acts of the arrangement's language: judged before they are recorded. */
import type { Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { seatOf } from '../authority/players.ts';
import type { Acting, Declare, Recorded } from './command.ts';
import { judge, type Judgement } from './judge.ts';
import { refuseAct, type Refusal } from './refusal.ts';
import type { Consultation, Entry } from './state.ts';
import { toldByDirector } from './world.ts';

/** What judging adds to the entry of a command. */
export interface Judged {
  readonly entry: Pick<Entry, 'act' | 'standing' | 'passedOver' | 'rules'>;
  /** The acts that it is: its own and those of whom it stands in for. */
  readonly counts: readonly Act[];
}

const NO_ACT: Judged = { entry: {}, counts: [] };

/** The command, if it is an act. */
export function asActing(command: Recorded): Acting | Declare | undefined {
  switch (command.type) {
    case 'inform':
    case 'consult':
    case 'advise':
    case 'plan':
    case 'concur':
    case 'decide':
    case 'execute':
    case 'review':
    case 'revoke':
    case 'delegate':
    case 'declare':
      return command;
    default:
      return undefined;
  }
}

/** The act that an office does. */
export function actOf(command: Acting | Declare): Act {
  const { type: kind, office: by, on } = command;
  return command.type !== 'declare' && command.to !== undefined
    ? { kind, by, to: command.to, on }
    : { kind, by, on };
}

/** Not valid: refused. Valid and not proper: refused unless it says why it departs from the duty. */
export function judged(
  arrangement: Arrangement,
  state: Consultation,
  command: Recorded,
): { readonly ok: true; readonly value: Judged } | { readonly ok: false; readonly refusal: Refusal } {
  const acting = asActing(command);
  if (!acting || toldByDirector(state.case, command)) return { ok: true, value: NO_ACT };
  const act = actOf(acting);
  const judgement = judge(arrangement, state, acting.seat, act, acting.relyingOn);
  const { counts, missing, owed, rules, where } = judgement;
  const no = (refusal: Refusal) => ({ ok: false, refusal }) as const;
  if (judgement.valid === 'none') return no(refuseAct(arrangement, 'not-valid', act, rules, missing));
  if (judgement.valid === 'some') return no(refuseAct(arrangement, 'unsettled', act, rules, missing, where));
  const proper = judgement.proper === 'every';
  if (!proper && !acting.departure) return no(refuseAct(arrangement, 'not-proper', act, rules, owed));
  const passedOver = proper ? [] : leftOut(arrangement, state, acting.seat, judgement);
  return {
    ok: true,
    value: {
      entry: { act, standing: proper ? 'proper' : 'departure', rules, ...(proper ? {} : { passedOver }) },
      counts,
    },
  };
}

/** The seats of those whose part in what is owed was left out: the one addressed where a voice is given, else the one who would act. */
function leftOut(
  arrangement: Arrangement,
  state: Consultation,
  seat: string,
  { owed }: Judgement,
): readonly string[] {
  const whose = (owed ?? []).flatMap((act) => {
    const who = act.to ?? act.by;
    const offices = arrangement.bodies.get(who)?.members ?? [who];
    return offices.map((office) => seatOf(arrangement, office, state.case.at));
  });
  return [...new Set(whose)].filter((each) => each !== seat);
}
