/** Weighted voting games of several rules, and the circuit of one: a coalition wins when it meets the quota of every rule. */
import { Circuit, type Gate } from '../authority/diagram/circuit.ts';

/** INVARIANT: as many weights as the game has players; the quota is between 1 and their sum, which is exact. */
export interface Rule {
  readonly quota: number;
  readonly weights: readonly number[];
}

export interface Game {
  readonly name: string;
  readonly players: readonly string[];
  readonly rules: readonly Rule[];
}

/** The coalitions that win; player `i` is variable `i`. */
export function gameCircuit(game: Game): { readonly circuit: Circuit; readonly root: Gate } {
  const circuit = new Circuit(game.players.length);
  const rules = game.rules.map(({ quota, weights }) =>
    circuit.weighted(
      quota,
      weights.map((weight, index) => ({ weight, of: circuit.variable(index) })),
    ),
  );
  return { circuit, root: circuit.and(rules) };
}
