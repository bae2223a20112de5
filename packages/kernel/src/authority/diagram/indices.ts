/**
 * Power indices of a simple game: a monotone function of the players, which holds for the coalitions that win.
 * Sources: J. F. Banzhaf, Weighted voting doesn't work (1965); L. S. Shapley and M. Shubik, A method for evaluating the
 * distribution of power in a committee system (1954); on diagrams: S. Bolus, Power indices of simple games and vector-weighted
 * majority games by means of binary decision diagrams (2011).
 */
import type { Bdd, Ref } from './bdd.ts';
import { derivatives } from './chance.ts';
import { fraction, lcmUpTo, ZERO, type Fraction } from './fraction.ts';
import { onePart, variablesOf, type Parts } from './part.ts';
import { swingPolynomials } from './polynomial.ts';
import { STEADY, type Pulse } from './pulse.ts';
import { gaussLegendre } from './quadrature.ts';
import { countSwings } from './swings.ts';

export interface Banzhaf {
  /** How many of the 2^players coalitions win. */
  readonly winning: bigint;
  /** For each player, as listed, how many coalitions of the others win with it and not without it. */
  readonly swings: readonly bigint[];
}

/** @throws RangeError when `f` depends on a variable that is no player */
export function banzhaf(bdd: Bdd, f: Ref, players: readonly number[]): Banzhaf {
  return banzhafOf(playersOnly(bdd, f, players), players, STEADY);
}

/** Of a function in parts, of whose variables all are players. */
export function banzhafOf(parts: Parts, players: readonly number[], pulse: Pulse): Banzhaf {
  const { variables, satisfying, swings } = countSwings(parts, pulse);
  // A player who is no variable of the parts doubles everything; a variable that is no player did so when all were counted.
  const scaled = (count: bigint): bigint => {
    const doubled = BigInt(players.length - variables);
    return doubled < 0n ? count >> -doubled : count << doubled;
  };
  return {
    winning: scaled(satisfying),
    swings: players.map((player) => scaled(swings.get(player) ?? 0n)),
  };
}

/**
 * The share of the orders of all players in which each is the one who makes the growing coalition win. They sum to 1 when the
 * coalition of all wins and that of nobody doesn't. It is the integral from 0 to 1 of the chance that the player swings, when
 * each other player takes part with chance p (G. Owen, Multilinear extensions of games, 1972): that chance is a polynomial in
 * p with whole coefficients. @throws RangeError when `f` depends on a variable that is no player
 */
export function shapleyShubik(bdd: Bdd, f: Ref, players: readonly number[]): readonly Fraction[] {
  return shapleyShubikOf(playersOnly(bdd, f, players), players, STEADY);
}

/** Of a function in parts. */
export function shapleyShubikOf(parts: Parts, players: readonly number[], pulse: Pulse): readonly Fraction[] {
  const polynomials = swingPolynomials(parts, pulse);
  const values = new Map<readonly bigint[], Fraction>();
  return players.map((player) => {
    const polynomial = polynomials.get(player);
    if (polynomial === undefined) return ZERO;
    const value = values.get(polynomial) ?? integral(polynomial);
    values.set(polynomial, value);
    return value;
  });
}

/**
 * The same to about 12 digits, for diagrams of any size: the integral of a polynomial of degree n - 1 is a sum over n / 2 values
 * of p, and for each of these one pass gives the chances of all players.
 */
export function shapleyShubikDecimals(
  parts: Parts,
  players: readonly number[],
  pulse: Pulse,
): readonly number[] {
  const width = Math.max(0, ...players) + 1;
  const sums = new Float64Array(width);
  for (const { at, weight } of gaussLegendre(Math.ceil(variablesOf(parts).length / 2))) {
    const { by } = derivatives(
      parts,
      Array.from({ length: width }, () => at),
      pulse,
    );
    for (let variable = 0; variable < width; variable++) sums[variable]! += weight * by[variable]!;
  }
  return players.map((player) => sums[player]!);
}

function playersOnly(bdd: Bdd, f: Ref, players: readonly number[]): Parts {
  bdd.expectWithin(bdd.graph(f), players);
  return onePart(bdd, f);
}

/** The integral from 0 to 1 of a polynomial, which is given by its coefficients, the constant one first. */
function integral(coefficients: readonly bigint[]): Fraction {
  const common = lcmUpTo(coefficients.length);
  const sum = coefficients.reduce((sum, each, power) => sum + (each * common) / BigInt(power + 1), 0n);
  return fraction(sum, common);
}
