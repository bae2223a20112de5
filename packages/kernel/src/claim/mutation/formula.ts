/** The small changes of a formula, each made in one place. */
import type { Act } from '../../arrangement/act.ts';
import { ALWAYS, NEVER, parts, type Formula } from '../../arrangement/formula.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import { formulaInWords, nameOf } from '../../authority/words.ts';
import type { Fillings } from '../../text/catalogue.ts';
import type { Aim, MutationKind } from './model.ts';
import { otherAddressees, standIns } from './stand-in.ts';

/** A formula that differs from another in one place. */
export interface Variant {
  readonly kind: MutationKind;
  readonly fillings: () => Fillings;
  readonly formula: Formula;
}

/** A requirement dropped, its actor or addressee swapped, what is open settled, a quota moved by one. */
export function variants(formula: Formula, arrangement: Arrangement, aim: Aim): readonly Variant[] {
  return narrowFirst(formula, ALWAYS, arrangement, aim);
}

/** A leaf is dropped before it is changed; of what has parts, they are changed before the whole is dropped. */
function narrowFirst(
  formula: Formula,
  neutral: Formula,
  arrangement: Arrangement,
  aim: Aim,
): readonly Variant[] {
  if (formula.type === 'always') return [];
  const whole = dropped(formula, neutral, arrangement);
  const inner = inPlace(formula, arrangement, aim);
  return parts(formula).length === 0 ? [whole, ...inner] : [...inner, whole];
}

function dropped(formula: Formula, left: Formula, arrangement: Arrangement): Variant {
  return {
    kind: 'drop-requirement',
    fillings: () => ({ from: formulaInWords(arrangement, formula) }),
    formula: left,
  };
}

function inPlace(formula: Formula, arrangement: Arrangement, aim: Aim): readonly Variant[] {
  switch (formula.type) {
    case 'always':
    case 'never':
      return [];
    case 'act':
    case 'silence':
      return swaps(formula.act, arrangement, aim).map(({ act, ...rest }) => ({
        ...rest,
        formula: { ...formula, act },
      }));
    case 'condition':
    case 'reading':
    case 'unknown': {
      const fillings = (): Fillings => ({ from: formulaInWords(arrangement, formula) });
      return [
        { kind: 'settle-so', fillings, formula: ALWAYS },
        { kind: 'settle-not-so', fillings, formula: NEVER },
      ];
    }
    case 'not':
      return inPlace(formula.of, arrangement, aim).map((each) => ({
        ...each,
        formula: { type: 'not', of: each.formula },
      }));
    case 'allOf':
      return inParts(formula.of, ALWAYS, (of) => ({ ...formula, of }), arrangement, aim);
    case 'anyOf':
      return inParts(formula.of, NEVER, (of) => ({ ...formula, of }), arrangement, aim);
    case 'atLeast':
      return [
        ...inParts(formula.of, NEVER, (of) => ({ ...formula, of }), arrangement, aim),
        ...quotas(formula.count).map(({ quota, ...rest }) => ({
          ...rest,
          formula: { ...formula, count: quota },
        })),
      ];
    case 'weighted': {
      const weigh = (of: readonly Formula[]): Formula => ({
        ...formula,
        of: of.map((each, index) => ({ weight: formula.of[index]!.weight, of: each })),
      });
      const weighted = formula.of.map(({ of }) => of);
      return [
        ...inParts(weighted, NEVER, weigh, arrangement, aim),
        ...quotas(formula.quota).map(({ quota, ...rest }) => ({ ...rest, formula: { ...formula, quota } })),
      ];
    }
  }
}

/** Each part dropped, that is taken as what makes no difference there, and each changed within. */
function inParts(
  of: readonly Formula[],
  neutral: Formula,
  whole: (of: readonly Formula[]) => Formula,
  arrangement: Arrangement,
  aim: Aim,
): readonly Variant[] {
  return of.flatMap((part, index) =>
    narrowFirst(part, neutral, arrangement, aim).map((each) => ({
      ...each,
      formula: whole(of.with(index, each.formula)),
    })),
  );
}

export interface ActVariant extends Pick<Variant, 'kind' | 'fillings'> {
  readonly act: Act;
}

/** The act done by somebody else, or addressed to somebody else. */
export function swaps(act: Act, arrangement: Arrangement, aim: Aim): readonly ActVariant[] {
  const { by, to } = act;
  const name = (id: string): Fillings[string] => nameOf(arrangement, id);
  return [
    ...standIns(arrangement, by, aim).map((other): ActVariant => ({
      kind: 'swap-actor',
      fillings: () => ({ from: name(by), to: name(other) }),
      act: { ...act, by: other },
    })),
    ...(to === undefined ? [] : otherAddressees(arrangement, to, aim)).map((other): ActVariant => ({
      kind: 'swap-addressee',
      fillings: () => ({ from: name(to!), to: name(other) }),
      act: { ...act, to: other },
    })),
  ];
}

/** A quota one more and, where it stays above nothing, one less. */
export function quotas(
  quota: number,
): readonly (Pick<Variant, 'kind' | 'fillings'> & { readonly quota: number })[] {
  return [quota - 1, quota + 1]
    .filter((each) => each > 0)
    .map((each) => ({ kind: 'change-quota', fillings: () => ({ from: quota, to: each }), quota: each }));
}
