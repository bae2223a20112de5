/** Values worked out gate by gate against the diagram of all players with the same ones fixed. */
import { expect, test } from 'vitest';
import { Compilation } from './compile.ts';
import { build } from './diagram/build.ts';
import { random } from './diagram/testing/formula.ts';
import type { Level } from './question.ts';
import { BUDGET } from './solve.ts';
import { randomArrangement } from './testing/random-arrangement.ts';
import { TODAY } from './testing/sketch.ts';
import { openingsDiagram, Valuation } from './valuation.ts';

const LEVELS: readonly Level[] = ['act', 'office', 'seat', 'party'];

test('whoever does otherwise, a gate comes to what its diagram does', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const below = random(seed);
    const arrangement = randomArrangement(seed);
    const compilation = new Compilation(arrangement, { at: TODAY }, LEVELS[seed % 4]!);
    const { kind, on } = [...arrangement.powers.values()].at(-1)!.act;
    const gate = compilation.outcome({ kind, on }, seed % 2 === 0 ? 'valid' : 'proper')!;
    const settled = { players: below(2) === 0, silence: below(2) === 0 };
    const values = new Valuation(compilation, settled, openingsDiagram(compilation));
    values.evaluate([gate]);
    const built = build(compilation.circuit, [gate], { budget: BUDGET });
    if (!built.ok) throw new Error('refused');
    const { bdd, refs } = built;
    for (let round = 0; round < 4; round++) {
      const others = compilation.players
        .map((_, index) => compilation.firstPlayer + index)
        .filter(() => below(3) === 0);
      const all = compilation.players.map(
        (_, index) => [compilation.firstPlayer + index, settled.players] as const,
      );
      const fixed = new Map([
        ...all,
        ...others.map((variable) => [variable, !settled.players] as const),
        [compilation.silence, settled.silence],
      ]);
      const value = values.unless(others)(gate);
      const expected = bdd.restrict(refs[0]!, fixed);
      const openings = [...compilation.openings.variables];
      for (let world = 0; world < 2 ** openings.length; world++) {
        const taken = new Map(
          openings.map((variable, place) => [variable, ((world >> place) & 1) === 1] as const),
        );
        const here = values.bdd.restrict(value, taken) === values.bdd.yes;
        expect(here, `seed ${seed}`).toBe(bdd.restrict(expected, taken) === bdd.yes);
      }
    }
  }
});
