/** The power of players, in every circumstance in which the game that they play differs. */
import type { Compilation } from './compile.ts';
import type { Gate } from './diagram/circuit.ts';
import { fraction, show, toNumber } from './diagram/fraction.ts';
import { banzhaf, shapleyShubik } from './diagram/indices.ts';
import { solve as solveCircuit } from './diagram/solve.ts';
import { EVERYWHERE } from './openings.ts';
import { closedCircuits, type ClosedCircuits } from './outcome-circuit.ts';
import type { PowerIndices } from './question.ts';
import { attempt, BUDGET, diagrams, spent, type Outcomes } from './solve.ts';

type Games = PowerIndices['games'];
type Played = Omit<Games[number], 'circumstance'>;

/** More games than this are too many to read; the question is refused with the advice to fix some readings. */
const GAMES = 32;

/** Up to so many players shares are exact: of more, the fractions would take longer to read than to find. */
const EXACT = 128;

/** The digits of a share that is not exact. */
const DIGITS = 12;

export function gamesOf(compilation: Compilation, gate: Gate): Outcomes<Games> {
  const closed = closedCircuits(compilation, gate);
  // What is open may prove not to matter, which a diagram shows.
  if (closed && closed.players.length > EXACT) return largeGames(compilation, closed);
  return exactGames(compilation, gate);
}

/** By one diagram for all circumstances. */
export function exactGames(compilation: Compilation, gate: Gate): Outcomes<Games> {
  const solved = diagrams(compilation, [gate]);
  if (!solved.ok) return solved;
  const { bdd, refs } = solved.value;
  const [outcome] = refs;
  const support = bdd.support(outcome!);
  const open = new Set(support.filter((variable) => compilation.openings.variables.has(variable)));
  const combinations = compilation.openings.combinations(open, GAMES);
  if (!combinations) return { ok: false, refusal: { code: 'too-open', params: { count: GAMES } } };
  const players = support.filter((variable) => variable >= compilation.firstPlayer);
  return attempt(() =>
    combinations.map((assignment) => {
      const game = bdd.restrict(outcome!, assignment);
      const { swings, winning } = banzhaf(bdd, game, players);
      const total = sumOf(swings);
      const shares = shapleyShubik(bdd, game, players);
      return {
        circumstance: circumstanceOf(compilation, assignment),
        winning,
        players: players.map((variable, index) => ({
          player: compilation.playerOf(variable),
          swings: swings[index]!,
          banzhaf: total === 0n ? '0' : show(fraction(swings[index]!, total)),
          shapleyShubik: show(shares[index]!),
          shapleyShubikDecimal: toNumber(shares[index]!),
        })),
      };
    }),
  );
}

/** Module by module; circumstances that come to the same game share it. */
export function largeGames(compilation: Compilation, closed: ClosedCircuits): Outcomes<Games> {
  const played = new Map<Gate, Played>();
  for (const { root } of closed.worlds) {
    if (played.has(root)) continue;
    const game = play(closed, root);
    if (!game.ok) return game;
    played.set(root, game.value);
  }
  const value = closed.worlds.map(({ assignment, root }) => ({
    circumstance: circumstanceOf(compilation, assignment),
    ...played.get(root)!,
  }));
  return { ok: true, value };
}

function play({ circuit, players }: ClosedCircuits, root: Gate): Outcomes<Played> {
  const solved = solveCircuit(circuit, root, { budget: BUDGET });
  const counted = solved.ok ? solved.value.banzhaf() : solved;
  const shares = solved.ok ? solved.value.shapleyShubikDecimals() : solved;
  if (!counted.ok || !shares.ok) return { ok: false, refusal: spent({ budget: BUDGET }) };
  const { swings, winning } = counted.value;
  const total = sumOf(swings);
  return {
    ok: true,
    value: {
      winning,
      players: players.map((player, index) => ({
        player,
        swings: swings[index]!,
        banzhaf: decimal(ratio(swings[index]!, total)),
        shapleyShubik: decimal(shares.value[index]!),
        shapleyShubikDecimal: shares.value[index]!,
      })),
    },
  };
}

function circumstanceOf(compilation: Compilation, assignment: ReadonlyMap<number, boolean>) {
  return assignment.size === 0 ? EVERYWHERE : compilation.openings.circumstances(assignment)[0]!;
}

function sumOf(counts: readonly bigint[]): bigint {
  return counts.reduce((sum, each) => sum + each, 0n);
}

function decimal(share: number): string {
  return String(Number(share.toPrecision(DIGITS)));
}

/** A part of a whole to more digits than a number has, however large both are; of nothing, 0. */
function ratio(part: bigint, whole: bigint): number {
  if (part === 0n) return 0;
  const [partBits, wholeBits] = [part, whole].map((each) => 4 * each.toString(16).length) as [number, number];
  // Enough bits of both, so that their quotient is exact to the last digit shown.
  const leading = (each: bigint, bits: number): number => Number(each >> BigInt(Math.max(0, bits - 64)));
  const scale = Math.max(0, partBits - 64) - Math.max(0, wholeBits - 64);
  return (leading(part, partBits) / leading(whole, wholeBits)) * 2 ** scale;
}
