/**
 * Power indices of a simple game: a monotone function of the players, which holds for the coalitions that win.
 * Sources: J. F. Banzhaf, Weighted voting doesn't work (1965); L. S. Shapley and M. Shubik, A method for evaluating the
 * distribution of power in a committee system (1954); on diagrams: S. Bolus, Power indices of simple games and vector-weighted
 * majority games by means of binary decision diagrams (2011).
 */
import type { Bdd, Ref } from './bdd.ts';
import { countOf, halves, through } from './count.ts';
import { fraction, lcmUpTo, ZERO, type Fraction } from './fraction.ts';
import { sizeOf } from './graph.ts';
import { swingPolynomials } from './polynomial.ts';

export interface Banzhaf {
  /** How many of the 2^players coalitions win. */
  readonly winning: bigint;
  /** For each player, as listed, how many coalitions of the others win with it and not without it. */
  readonly swings: readonly bigint[];
}

/** @throws RangeError when `f` depends on a variable that is no player */
export function banzhaf(bdd: Bdd, f: Ref, players: readonly number[]): Banzhaf {
  const graph = bdd.graph(f);
  bdd.expectWithin(graph, players);
  const all = 1n << BigInt(players.length);
  const counts = halves(graph, players.length);
  // How many of all assignments pass each node; those that pass it negated count against it.
  const passing = Array.from({ length: sizeOf(graph) }, () => 0n);
  passing[graph.root >> 1] = (graph.root & 1) === 1 ? -all : all;
  const pass = (ref: number, share: bigint): void => {
    passing[ref >> 1] = passing[ref >> 1]! + ((ref & 1) === 1 ? -share : share);
  };
  const swings = new Map<number, bigint>();
  for (let node = sizeOf(graph) - 1; node > 0; node--) {
    const high = graph.high[node]!;
    const low = graph.low[node]!;
    const share = passing[node]!;
    pass(high, share >> 1n);
    pass(low, share >> 1n);
    const level = graph.level[node]!;
    const change = share * (through(high, counts, all) - through(low, counts, all));
    swings.set(level, (swings.get(level) ?? 0n) + change);
  }
  return {
    winning: countOf(graph, counts, players.length),
    // Both factors were counted over all assignments, and a coalition of the others stands for two of these.
    swings: players.map((player) => (swings.get(bdd.levelOf(player)) ?? 0n) >> BigInt(players.length + 1)),
  };
}

/**
 * The share of the orders of all players in which each is the one who makes the growing coalition win. They sum to 1 when the
 * coalition of all wins and that of nobody doesn't. It is the integral from 0 to 1 of the chance that the player swings, when
 * each other player takes part with chance p (G. Owen, Multilinear extensions of games, 1972): that chance is a polynomial in
 * p with whole coefficients. @throws RangeError when `f` depends on a variable that is no player
 */
export function shapleyShubik(bdd: Bdd, f: Ref, players: readonly number[]): readonly Fraction[] {
  const graph = bdd.graph(f);
  bdd.expectWithin(graph, players);
  const polynomials = swingPolynomials(graph);
  const values = new Map<readonly bigint[], Fraction>();
  return players.map((player) => {
    const polynomial = polynomials.get(bdd.levelOf(player));
    if (polynomial === undefined) return ZERO;
    const value = values.get(polynomial) ?? integral(polynomial);
    values.set(polynomial, value);
    return value;
  });
}

/** The integral from 0 to 1 of a polynomial, which is given by its coefficients, the constant one first. */
function integral(coefficients: readonly bigint[]): Fraction {
  const common = lcmUpTo(coefficients.length);
  const sum = coefficients.reduce((sum, each, power) => sum + (each * common) / BigInt(power + 1), 0n);
  return fraction(sum, common);
}
