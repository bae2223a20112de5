import { describe, expect, test } from 'vitest';
import { Circuit, partsOf, type Gate } from './circuit.ts';
import { extents } from './extents.ts';
import { flatten } from './flatten.ts';
import { modulesOf, type Module } from './modules.ts';
import { reachable } from './reachable.ts';
import { gateOf, random, randomFormula } from './testing/formula.ts';

const SEEDS = 2_000;

function randomCircuit(seed: number): { circuit: Circuit; root: Gate; variables: number } {
  const below = random(seed);
  const variables = 3 + below(10);
  const circuit = new Circuit(variables);
  // Gates of which some are used in several places.
  const gates = Array.from({ length: variables }, (_, index) => circuit.variable(index));
  for (let made = 0; made < 4 + below(12); made++) {
    const parts = Array.from({ length: 2 + below(3) }, () => gates[below(gates.length)]!);
    const signed = parts.map((part) => (below(5) === 0 ? circuit.not(part) : part));
    const kinds = [circuit.and(signed), circuit.or(signed), circuit.atLeast(2, signed)];
    gates.push(kinds[below(3)]!);
  }
  return { circuit, root: gates.at(-1)!, variables };
}

/** By definition: no gate outside has a part inside, but for the module itself. */
function isModule(circuit: Circuit, root: Gate, index: number): boolean {
  const inside = new Set(reachable(circuit, [(index << 1) as Gate]));
  inside.delete(index);
  const outside = reachable(circuit, [root]).filter((each) => each !== index && !inside.has(each));
  if (inside.has(root >> 1)) return false;
  return outside.every((each) =>
    partsOf(circuit.kind((each << 1) as Gate)).every((part) => !inside.has(part >> 1)),
  );
}

test('modules by the dates of one walk are modules by definition, and all of them', () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const { circuit, root } = randomCircuit(seed);
    const gates = reachable(circuit, [root]);
    const dates = extents(circuit, [root], gates);
    for (const index of gates) {
      if (partsOf(circuit.kind((index << 1) as Gate)).length === 0) continue;
      expect(dates.isModule(index), `seed ${seed}, gate ${index}`).toBe(isModule(circuit, root, index));
    }
  }
});

/** The value of the last module where the variables of a bit set hold. */
function value(modules: readonly Module[], world: number): boolean {
  const values: boolean[] = [];
  for (const { circuit, root, leaves } of modules) {
    const known = new Map<number, boolean>();
    const holds = (gate: Gate): boolean => known.get(gate >> 1)! !== ((gate & 1) === 1);
    for (const index of reachable(circuit, [root])) {
      const kind = circuit.kind((index << 1) as Gate);
      known.set(
        index,
        kindHolds(kind, holds, (variable) => {
          const leaf = leaves[variable]!;
          return leaf.type === 'module' ? values[leaf.module]! : ((world >> leaf.variable) & 1) === 1;
        }),
      );
    }
    values.push(holds(root));
  }
  return values.at(-1)!;
}

function kindHolds(
  kind: ReturnType<Circuit['kind']>,
  holds: (gate: Gate) => boolean,
  variable: (index: number) => boolean,
): boolean {
  switch (kind.type) {
    case 'constant':
      return true;
    case 'variable':
      return variable(kind.variable);
    case 'and':
      return kind.of.every(holds);
    case 'or':
      return kind.of.some(holds);
    case 'weighted':
      return kind.of.reduce((sum, { weight, of }) => (holds(of) ? sum + weight : sum), 0) >= kind.quota;
  }
}

/** A circuit as one module that has every variable as a leaf. */
function whole(circuit: Circuit, root: Gate): readonly Module[] {
  const leaves = Array.from({ length: circuit.variables }, (_, variable) => ({
    type: 'variable' as const,
    variable,
  }));
  return [{ circuit, root, leaves }];
}

describe('what a circuit falls into', () => {
  test('means the same as the circuit, in every world', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const { circuit, root, variables } = randomCircuit(seed);
      const flat = flatten(circuit, [root]);
      const modules = modulesOf(flat.circuit, flat.roots[0]!);
      for (let world = 0; world < 2 ** variables; world += 1 + (seed % 7)) {
        expect(value(modules, world), `seed ${seed}`).toBe(value(whole(circuit, root), world));
      }
    }
  });

  test('shares nothing: each variable and each module but the last is a leaf once', () => {
    for (let seed = 0; seed < SEEDS; seed++) {
      const below = random(seed);
      const circuit = new Circuit(14);
      const root = gateOf(circuit, randomFormula(below, { variables: 14, depth: 4, negation: true }));
      const modules = modulesOf(circuit, root);
      const leaves = modules.flatMap((module) => module.leaves).map((leaf) => JSON.stringify(leaf));
      expect(new Set(leaves).size, `seed ${seed}`).toBe(leaves.length);
      expect(leaves.filter((leaf) => leaf.includes('"module"'))).toHaveLength(modules.length - 1);
    }
  });

  test('is one module for each gate of a tree, and hidden ones where a gate has parts of its own', () => {
    const circuit = new Circuit(8);
    const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((index) => circuit.variable(index));
    const tree = circuit.or([circuit.and([a!, b!]), circuit.and([c!, d!])]);
    expect(modulesOf(circuit, tree)).toHaveLength(3);
    // `shared` joins two gates; `a` and `b` stand in the first of them only.
    const shared = circuit.and([c!, d!]);
    const hidden = circuit.or([circuit.and([a!, b!, circuit.or([shared, e!])]), circuit.and([f!, shared])]);
    const sizes = modulesOf(circuit, hidden).map(({ leaves }) => leaves.length);
    expect(sizes.toSorted((x, y) => x - y)).toEqual([2, 2, 4]);
  });

  test('goes as deep as the circuit', () => {
    const deep = new Circuit(20_000);
    let root = deep.variable(0);
    for (let index = 1; index < deep.variables; index++) {
      root = index % 2 === 0 ? deep.and([deep.variable(index), root]) : deep.or([deep.variable(index), root]);
    }
    expect(modulesOf(deep, root)).toHaveLength(19_999);
  });
});
