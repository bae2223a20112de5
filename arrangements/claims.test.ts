/** What the two documents say, row by row, holds; none of it by accident; and it fails where the data says otherwise. */
import { describe, expect, test } from 'vitest';
import { checkClaim, mutate, type Arrangement, type Formula, type Power } from '@foedus/kernel';
import { arrangements, claims } from './testing/library.ts';

const rows = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
const ROWS = [...rows('A', 22), ...rows('W', 48), ...rows('D', 7)];
const seeds = claims.filter(({ home }) => home === 'rok-us' || home === 'nato');

function found(id: string, changed: Arrangement): ReturnType<typeof checkClaim> {
  const { home, claim } = claims.find((each) => each.claim.id === id)!;
  return checkClaim(claim, home, { arrangements: new Map(arrangements).set(changed.id, changed) });
}

function withPowers(arrangement: Arrangement, change: (power: Power) => Power): Arrangement {
  return {
    ...arrangement,
    powers: new Map([...arrangement.powers].map(([id, power]) => [id, change(power)])),
  };
}

describe('the claims of the two documents', () => {
  test('every row is there, once', () => {
    expect(seeds.map(({ claim }) => claim.id).toSorted()).toEqual(ROWS.toSorted());
  });

  test.each(claims.map(({ home, claim }) => [home, claim.id, claim] as const))(
    '%s %s holds',
    (home, _, claim) => {
      const failed = checkClaim(claim, home, { arrangements }).checks.filter((check) => !check.holds);
      expect(failed.map((check) => check.sentence.en)).toEqual([]);
    },
  );

  test('no check holds by accident: for each some change of a rule that it rests on makes it fail', () => {
    const idle = claims.flatMap(({ home, claim }) =>
      mutate(claim, home, { arrangements })
        .checks.filter((check) => check.outcome === 'idle')
        .map(() => claim.id),
    );
    expect(idle).toEqual([]);
  });
});

describe('a claim fails, with a reason, where the data says otherwise', () => {
  const rokUs = arrangements.get('rok-us')!;
  const nato = arrangements.get('nato')!;

  test('W32 without the concurrence of CFC’s commander', () => {
    const without = (formula: Formula): Formula => {
      if (formula.type === 'act') return formula.act.by === 'cfc-commander' ? { type: 'always' } : formula;
      if (formula.type === 'allOf' || formula.type === 'anyOf')
        return { ...formula, of: formula.of.map(without) };
      return formula;
    };
    const changed = withPowers(rokUs, (power) => ({
      ...power,
      valid: without(power.valid),
      proper: without(power.proper),
    }));
    const result = found('W32', changed);
    expect(result.holds).toBe(false);
    const reasons = result.checks.filter((check) => !check.holds).map((check) => check.sentence.en);
    expect(reasons.join('\n')).toMatch(/Combined Forces Command cannot prevent the execution of Kill Chain/);
  });

  test('W8 with the powers of NPG and NCG swapped', () => {
    const decided = withPowers(rokUs, (power) => {
      const { act } = power;
      if (act.by === 'us-president' && (act.on === 'nuclear-use-criteria' || act.on === 'nuclear-policy')) {
        return { ...power, act: { ...act, by: 'ncg' } };
      }
      return power;
    });
    const ncg = decided.bodies.get('ncg')!;
    const npgLike: Arrangement = {
      ...decided,
      bodies: new Map(decided.bodies).set('ncg', { ...ncg, way: { type: 'consensus' } }),
    };
    const ncgLike = withPowers(nato, (power) =>
      power.act.by === 'npg' && power.act.kind === 'decide'
        ? { ...power, act: { ...power.act, kind: 'plan' } }
        : power,
    );
    const { home, claim } = claims.find((each) => each.claim.id === 'W8')!;
    const swapped = new Map(arrangements).set('rok-us', npgLike).set('nato', ncgLike);
    const result = checkClaim(claim, home, { arrangements: swapped });
    expect(result.holds).toBe(false);
    const [reason] = result.checks.filter((check) => !check.holds).map((check) => check.sentence.en);
    expect(reason).toMatch(
      /The voice of Republic of Korea in the criteria for nuclear use is to decide.*The voice of Poland in/i,
    );
  });
});
