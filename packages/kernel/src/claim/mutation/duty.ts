/** Changes of duties, delegations and successions. */
import type { Arrangement, Delegation, Duty, Succession } from '../../arrangement/model.ts';
import { formulaInWords, nameOf } from '../../authority/words.ts';
import { drop, replace, without } from './edit.ts';
import { swaps, variants, type Variant } from './formula.ts';
import type { Aim, Change } from './model.ts';
import { standIns } from './stand-in.ts';

export function dutyChanges(duty: Duty, arrangement: Arrangement, aim: Aim): readonly Change[] {
  const inCases = duty.cases.flatMap((each, index) => {
    const { when } = each;
    const change = (key: 'when' | 'must', { formula, ...rest }: Variant): Change => ({
      ...rest,
      apply: replace({ ...duty, cases: duty.cases.with(index, { ...each, [key]: formula }) }),
    });
    return [
      ...variants(each.must, arrangement, aim).map((variant) => change('must', variant)),
      // A case without its condition would be a second general case, so what is open is settled only.
      ...(when === undefined ? [] : variants(when, arrangement, aim))
        .filter(({ kind }) => kind !== 'drop-requirement')
        .map((variant) => change('when', variant)),
      ...(when === undefined
        ? []
        : [
            {
              kind: 'drop-case' as const,
              fillings: () => ({ from: formulaInWords(arrangement, when) }),
              apply: replace({ ...duty, cases: without(duty.cases, index) }),
            },
          ]),
    ];
  });
  return [...inCases, ...actorSwaps(duty, arrangement, aim)];
}

export function delegationChanges(
  delegation: Delegation,
  arrangement: Arrangement,
  aim: Aim,
): readonly Change[] {
  return [
    ...variants(delegation.when, arrangement, aim).map(({ formula, ...rest }) => ({
      ...rest,
      apply: replace({ ...delegation, when: formula }),
    })),
    ...actorSwaps(delegation, arrangement, aim),
    ...standIns(arrangement, delegation.to, aim).map((to): Change => ({
      kind: 'swap-delegate',
      fillings: () => ({ from: nameOf(arrangement, delegation.to), to: nameOf(arrangement, to) }),
      apply: replace({ ...delegation, to }),
    })),
  ];
}

function actorSwaps(rule: Duty | Delegation, arrangement: Arrangement, aim: Aim): readonly Change[] {
  return swaps(rule.act, arrangement, aim).map(({ act, ...rest }) => ({
    ...rest,
    apply: replace({ ...rule, act }),
  }));
}

export function successionChanges(succession: Succession, arrangement: Arrangement): readonly Change[] {
  return succession.order.map((office, index) => ({
    kind: 'drop-successor',
    fillings: () => ({ from: nameOf(arrangement, office) }),
    apply:
      succession.order.length === 1
        ? drop(succession)
        : replace({ ...succession, order: without(succession.order, index) }),
  }));
}
