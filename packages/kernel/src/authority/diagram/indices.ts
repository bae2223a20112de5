/**
 * Power indices of a simple game: a monotone function of the players, which holds for the coalitions that win.
 * Sources: J. F. Banzhaf, Weighted voting doesn't work (1965); L. S. Shapley and M. Shubik, A method for evaluating the
 * distribution of power in a committee system (1954); on diagrams: S. Bolus, Power indices of simple games and vector-weighted
 * majority games by means of binary decision diagrams (2011).
 */
import type { Bdd, Ref } from './bdd.ts';
import { fraction, lcmUpTo, ZERO, type Fraction } from './fraction.ts';
import { onePart, type Parts } from './part.ts';
import { swingPolynomials } from './polynomial.ts';
import { STEADY, type Pulse } from './pulse.ts';
import { gaussLegendre } from './quadrature.ts';
import { SwingChances } from './swing-chances.ts';
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
 * The same to about 12 digits, for diagrams of any size. The integral of a polynomial of degree n - 1 is exactly a sum over n / 2 values of
 * p, and for each of these one pass gives the chances of all players. Far fewer are enough where the chances are smooth: so of very many values
 * a few are tried first, twice as many each time until two sums agree.
 */
export function shapleyShubikDecimals(
  parts: Parts,
  players: readonly number[],
  pulse: Pulse,
): readonly number[] {
  const chances = new SwingChances(parts, pulse);
  const exact = Math.max(1, Math.ceil(chances.variables.length / 2));
  let points = exact <= 2 * FIRST_POINTS ? exact : FIRST_POINTS;
  let sums = integrals(chances, points, pulse);
  for (; points < exact; points *= 2) {
    const finer = integrals(chances, Math.min(2 * points, exact), pulse);
    const agree = finer.every((value, index) => Math.abs(value - sums[index]!) <= AGREED);
    sums = finer;
    if (agree) break;
  }
  const values = new Map(chances.variables.map((variable, index) => [variable, sums[index]!]));
  return players.map((player) => values.get(player) ?? 0);
}

const FIRST_POINTS = 128;
/** So near each other are two sums that are taken for the integral. */
const AGREED = 1e-13;

function integrals(chances: SwingChances, points: number, pulse: Pulse): Float64Array {
  const sums = new Float64Array(chances.variables.length);
  for (const { at, weight } of gaussLegendre(points)) {
    pulse();
    const swings = chances.at(at);
    for (let index = 0; index < sums.length; index++) sums[index]! += weight * swings[index]!;
  }
  return sums;
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
