/** How the members of a body act for it. */
import type { Way } from '../arrangement/model.ts';
import type { Circuit, Gate } from './diagram/circuit.ts';

/** The gate of a body's act: `members` are those it has on the day, `concurs` says when one of them takes part. */
export function bodyActs(
  circuit: Circuit,
  way: Way,
  members: readonly string[],
  concurs: (member: string) => Gate,
): Gate {
  const all = members.map(concurs);
  switch (way.type) {
    case 'none':
    case 'consensus':
      return circuit.and(all);
    case 'majority':
      return circuit.atLeast(Math.floor(members.length / 2) + 1, all);
    case 'atLeast': {
      const vetoes = way.veto.filter((each) => members.includes(each)).map(concurs);
      return circuit.and([circuit.atLeast(way.count, all), ...vetoes]);
    }
    case 'weighted': {
      const weighted = way.weights
        .filter(({ member }) => members.includes(member))
        .map(({ member, weight }) => ({ weight, of: concurs(member) }));
      const heads = way.alsoAtLeast === undefined ? [] : [circuit.atLeast(way.alsoAtLeast, all)];
      return circuit.and([circuit.weighted(way.quota, weighted), ...heads]);
    }
  }
}
