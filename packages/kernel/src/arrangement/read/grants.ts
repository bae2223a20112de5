/** Whether the acts that formulas name can be done by those who are to do them. */
import type { Report } from '../../yaml/shape.ts';
import type { Tree } from '../../yaml/tree.ts';
import { covers, DECISIVE_KINDS, showAct, type Act, type ActKind } from '../act.ts';
import type { Place } from '../fault.ts';
import { within, type Formula } from '../formula.ts';
import type { Arrangement, Power } from '../model.ts';
import { placeAt } from './entry.ts';

const NEED_POWER: readonly ActKind[] = ['decide', 'execute', 'revoke', 'delegate', 'declare'];

/** Reports acts that no power grants, and decisions by bodies that have no way to decide. */
export function checkGrants(
  arrangement: Arrangement,
  nodes: ReadonlyMap<string, Tree>,
  report: Report,
): void {
  const undecided = (act: Act, place: Place): void => {
    if (!DECISIVE_KINDS.includes(act.kind) || arrangement.bodies.get(act.by)?.way.type !== 'none') return;
    report('body-cannot-decide', place, { body: act.by, kind: act.kind });
  };
  for (const power of arrangement.powers.values()) undecided(power.act, placeAt(nodes.get(power.id)!, 'act'));
  for (const { act, place, ending } of formulaActs(arrangement)) {
    undecided(act, place);
    if (ending || !NEED_POWER.includes(act.kind) || granted(arrangement, act)) continue;
    report('act-without-power', place, { act: showAct(act) });
  }
}

function granted({ powers, delegations, conditions }: Arrangement, act: Act): boolean {
  if ([...powers.values()].some((power) => covers(power.act, act))) return true;
  if (act.kind === 'declare' && conditions.get(act.on)?.declaredBy.includes(act.by)) return true;
  return [...delegations.values()].some((each) => covers({ ...each.act, by: each.to }, act));
}

interface Named {
  readonly act: Act;
  readonly place: Place;
  /** Named in `revocableBy`: withdrawing what one gave needs no power. */
  readonly ending: boolean;
}

function formulaActs({ powers, duties, delegations }: Arrangement): Named[] {
  return [
    ...[...powers.values()].flatMap((power) => [...ofPower(power)]),
    ...[...duties.values()].flatMap((duty) => duty.cases.flatMap((each) => [...leaves(each.must, false)])),
    ...[...delegations.values()].flatMap((each) => [...leaves(each.when, false)]),
  ];
}

function* ofPower({ valid, proper, inForce, revocableBy }: Power): Generator<Named> {
  yield* leaves(valid, false);
  yield* leaves(proper, false);
  yield* leaves(inForce, false);
  if (revocableBy) yield* leaves(revocableBy, true);
}

function* leaves(formula: Formula, ending: boolean): Generator<Named> {
  for (const each of within(formula)) {
    if (each.type === 'act' || each.type === 'silence') yield { act: each.act, place: each.place, ending };
  }
}
