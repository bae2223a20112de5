/** Seeded random arrangements: layered powers, so that requirements have no cycles. */
import type { Formula } from '../../arrangement/formula.ts';
import type { Arrangement, Way } from '../../arrangement/model.ts';
import { randomFrom } from '../random.ts';
import { is, sketch, type Sketch } from './sketch.ts';

export function randomArrangement(seed: number): Arrangement {
  const random = randomFrom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const chance = (part: number): boolean => random() < part;

  const offices = Array.from({ length: 2 + below(5) }, (_, index) => `o${index}`);
  const parties = ['p', 'q', 'r'].slice(0, 2 + below(2));
  const layers = ['m0', 'm1', 'm2'].slice(0, 1 + below(3));
  const conditions = ['c0', 'c1'].slice(0, below(3));
  const readings = chance(0.6) ? { r0: ['a', 'b', 'c'].slice(0, 2 + below(2)) } : {};
  const unknowns = chance(0.3) ? ['u0'] : [];
  const members = offices.filter(() => chance(0.6));
  const ways: Way[] = [
    { type: 'consensus' },
    { type: 'majority' },
    { type: 'atLeast', count: 1 + below(Math.max(1, members.length)), veto: members.slice(0, below(2)) },
    {
      type: 'weighted',
      quota: 1 + below(5),
      weights: members.map((member) => ({ member, weight: below(4) })),
    },
  ];
  const bodies = members.length > 0 && chance(0.6) ? { b0: { members, way: pick(ways) } } : {};

  function leaf(layer: number): Formula {
    const options: Formula[] = [
      is(`concur by ${pick(offices)} on m${layer}`),
      is(`consult by ${pick(offices)} with ${pick(offices)} on m${layer}`),
    ];
    for (const condition of conditions) options.push(is(`${chance(0.5) ? 'not ' : ''}when ${condition}`));
    for (const [reading, alternatives] of Object.entries(readings))
      options.push(is(`${chance(0.3) ? 'not ' : ''}reading ${reading} is ${pick(alternatives)}`));
    for (const unknown of unknowns) options.push(is(`unknown ${unknown}`));
    if (layer > 0) options.push(...[0, 1].map(() => is(decided(layer - 1))));
    return pick(options);
  }

  function decided(layer: number): string {
    const powers = Object.values(made).filter((power) => power.act.endsWith(`on m${layer}`));
    return pick(powers).act;
  }

  function formula(layer: number, depth: number): Formula {
    if (depth === 0 || chance(0.25)) return leaf(layer);
    const of = Array.from({ length: 1 + below(3) }, () => formula(layer, depth - 1));
    switch (below(4)) {
      case 0:
        return { type: 'allOf', of };
      case 1:
        return { type: 'anyOf', of };
      case 2:
        return { type: 'atLeast', count: 1 + below(of.length), of };
      default:
        return {
          type: 'weighted',
          quota: 1 + below(4),
          of: of.map((each) => ({ weight: below(4), of: each })),
        };
    }
  }

  const made: Record<string, Sketch['powers'][string]> = {};
  for (const [layer] of layers.entries()) {
    const actors = [
      'b0' in bodies && chance(0.6) ? 'b0' : pick(offices),
      ...(chance(0.4) ? [pick(offices)] : []),
    ];
    for (const [index, by] of actors.entries()) {
      made[`power-${layer}-${index}`] = {
        act: `decide by ${by} on m${layer}`,
        valid: formula(layer, 2),
        ...(chance(0.5) ? { proper: formula(layer, 1) } : {}),
      };
    }
  }
  const top = made[`power-${layers.length - 1}-0`]!.act;
  return sketch({
    offices: Object.fromEntries(offices.map((office) => [office, chance(0.15) ? parties : pick(parties)])),
    ...(offices.length > 2 && chance(0.4) ? { seats: { s0: offices.slice(0, 2) } } : {}),
    bodies,
    conditions: Object.fromEntries(
      conditions.map((condition) => [condition, chance(0.3) ? chance(0.5) : undefined]),
    ),
    readings,
    unknowns,
    powers: made,
    duties: chance(0.5)
      ? {
          d0: {
            before: top,
            cases: [
              ...(conditions.length > 0
                ? [{ label: 'exception', when: is(`not when ${conditions[0]}`), must: leaf(0) }]
                : []),
              { label: 'general', must: is(`consult by ${pick(offices)} with ${pick(offices)} on m0`) },
            ],
          },
        }
      : {},
    ...(chance(0.3)
      ? { delegations: { g0: { act: made['power-0-0']!.act, to: pick(offices), when: leaf(0) } } }
      : {}),
    ...(chance(0.3) ? { successions: { v0: { office: offices[0]!, order: [offices.at(-1)!] } } } : {}),
  });
}
