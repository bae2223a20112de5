/** Changes of what is open: an alternative of a reading that is no longer there, what is usually assumed of a condition. */
import { NEVER, type Formula } from '../../arrangement/formula.ts';
import type { Arrangement, Case, Condition, Reading } from '../../arrangement/model.ts';
import { replace, without } from './edit.ts';
import type { Change } from './model.ts';
import { say } from './words.ts';

export function readingChanges(reading: Reading): readonly Change[] {
  return reading.alternatives.map((alternative, index) => ({
    kind: 'drop-alternative',
    fillings: () => ({ from: alternative.name }),
    apply: (arrangement) =>
      replace({ ...reading, alternatives: without(reading.alternatives, index) })(
        neverRead(arrangement, reading.id, alternative.id),
      ),
  }));
}

/** A formula must not name an alternative that is not there: it is never read so. */
function neverRead(arrangement: Arrangement, reading: string, alternative: string): Arrangement {
  const settle = (formula: Formula): Formula =>
    settled(formula, (each) => each.reading === reading && each.alternative === alternative);
  const settleCase = (each: Case): Case => ({
    ...each,
    must: settle(each.must),
    ...(each.when === undefined ? {} : { when: settle(each.when) }),
  });
  const table = <T>(entries: ReadonlyMap<string, T>, change: (entry: T) => T): ReadonlyMap<string, T> =>
    new Map([...entries].map(([id, each]) => [id, change(each)]));
  return {
    ...arrangement,
    powers: table(arrangement.powers, (power) => ({
      ...power,
      valid: settle(power.valid),
      proper: settle(power.proper),
      inForce: settle(power.inForce),
      ...(power.revocableBy === undefined ? {} : { revocableBy: settle(power.revocableBy) }),
    })),
    duties: table(arrangement.duties, (duty) => ({ ...duty, cases: duty.cases.map(settleCase) })),
    delegations: table(arrangement.delegations, (each) => ({ ...each, when: settle(each.when) })),
  };
}

type ReadingLeaf = Extract<Formula, { type: 'reading' }>;

function settled(formula: Formula, isGone: (leaf: ReadingLeaf) => boolean): Formula {
  switch (formula.type) {
    case 'reading':
      return isGone(formula) ? NEVER : formula;
    case 'not':
      return { ...formula, of: settled(formula.of, isGone) };
    case 'allOf':
    case 'anyOf':
    case 'atLeast':
      return { ...formula, of: formula.of.map((each) => settled(each, isGone)) };
    case 'weighted':
      return {
        ...formula,
        of: formula.of.map(({ weight, of }) => ({ weight, of: settled(of, isGone) })),
      };
    case 'always':
    case 'never':
    case 'act':
    case 'silence':
    case 'condition':
    case 'unknown':
      return formula;
  }
}

export function conditionChanges(condition: Condition): readonly Change[] {
  const { usually, ...open } = condition;
  const others: readonly Condition[] = [{ ...open, usually: true }, { ...open, usually: false }, open];
  return others
    .filter((other) => other.usually !== usually)
    .map((other) => ({
      kind: 'change-usual',
      fillings: () => ({ to: say(other.usually === undefined ? 'usual.open' : `usual.${other.usually}`) }),
      apply: replace(other),
    }));
}
