/** Asks the engine everything that there is to know about a function, and puts it in the form of the JSON output. */
import {
  fraction,
  importance,
  show,
  toNumber,
  type Fraction,
  type MinimalSets,
  type Outcome,
  type Solution,
  type SolveRefusal,
} from '@foedus/kernel/fault-tree';
import type { SolveOutput } from '../../schema/solve.ts';
import type { Subject } from './subject.ts';
import { saySolve } from './words.ts';

export interface AnswerOptions {
  /** How many sets are listed. */
  readonly list: number;
  readonly budget: number;
  /** Power indices of a fault tree too, however long that takes. */
  readonly power: boolean;
}

/** Power indices of a fault tree come unasked where they take no more steps than this, which is well under a second. */
const CHEAP = 20_000_000;

type Refused = SolveOutput['refused'];
type Part = Refused[number]['part'];

export function answer(subject: Subject, solution: Solution, options: AnswerOptions): SolveOutput {
  const refused: Refused = [];
  /** The value of a part, or `null` with the reason noted. */
  const take = <T>(part: Part, outcome: Outcome<T>): T | null => {
    if (outcome.ok) return outcome.value;
    const { code } = outcome.refusal;
    if (code !== 'not-coherent') refused.push({ part, code, message: sayRefusal(outcome.refusal) });
    return null;
  };
  const { coherent, modules, nodes } = solution;
  const chances = probabilities(subject, solution, take);
  const minimal = coherent ? take('minimalSets', solution.minimalSets()) : null;
  const blocking = coherent ? take('blockingSets', solution.minimalBlockingSets()) : null;
  const wanted = subject.kind !== 'fault-tree' || options.power || nodes * subject.variables.length <= CHEAP;
  const game = coherent && wanted ? power(subject, solution, take) : null;
  return {
    kind: subject.kind,
    name: subject.name,
    top: subject.top,
    variables: subject.variables.length,
    gates: subject.gates,
    coherent,
    modules,
    nodes,
    budget: options.budget,
    ...chances,
    minimalSets: minimal && setsJson(minimal, subject, options.list),
    blockingSets: blocking && setsJson(blocking, subject, options.list),
    winningCoalitions: game && game.winning,
    players: game && game.players,
    refused,
  };
}

export function sayRefusal(refusal: SolveRefusal): ReturnType<typeof saySolve> {
  return refusal.code === 'budget-spent'
    ? saySolve('budget-spent', { budget: refusal.budget })
    : saySolve(refusal.code);
}

type Take = <T>(part: Part, outcome: Outcome<T>) => T | null;

function probabilities(
  { variables, probabilities: p }: Subject,
  solution: Solution,
  take: Take,
): Pick<SolveOutput, 'topProbability' | 'importance'> {
  const found = p && take('topProbability', solution.conditional(p));
  if (!p || !found) return { topProbability: null, importance: null };
  return {
    topProbability: found.top,
    importance: variables.map((event, index) => {
      const factors = importance(p[index]!, found.top, found.ifHolds[index]!, found.ifFails[index]!);
      return {
        event,
        probability: p[index]!,
        birnbaum: factors.birnbaum,
        criticality: factors.criticality ?? null,
        fussellVesely: factors.fussellVesely ?? null,
        raw: factors.raw ?? null,
        rrw: factors.rrw ?? null,
      };
    }),
  };
}

function setsJson(sets: MinimalSets, { variables }: Subject, list: number): SolveOutput['minimalSets'] {
  const listed: string[][] = [];
  if (list > 0) {
    for (const set of sets.smallestFirst()) {
      listed.push(set.map((variable) => variables[variable]!));
      if (listed.length >= list) break;
    }
  }
  const bySize = sets.bySize.flatMap((count, size) =>
    count === 0n ? [] : [{ size, count: count.toString() }],
  );
  return { count: sets.count.toString(), bySize, sets: listed };
}

interface Power {
  readonly winning: string;
  readonly players: NonNullable<SolveOutput['players']>;
}

/** Exact fractions for games and arrangements; the shares of a fault tree's events are too long to be of use as fractions. */
function power({ kind, variables }: Subject, solution: Solution, take: Take): Power | null {
  const banzhaf = take('players', solution.banzhaf());
  if (!banzhaf) return null;
  const exact = kind === 'fault-tree' ? null : take('players', solution.shapleyShubik());
  const decimals = exact ? exact.map(toNumber) : take('players', solution.shapleyShubikDecimals());
  if (!decimals) return null;
  const all = banzhaf.swings.reduce((sum, each) => sum + each, 0n);
  const coalitions = 1n << BigInt(Math.max(0, variables.length - 1));
  const share = (swings: bigint): Fraction => fraction(swings, all === 0n ? 1n : all);
  return {
    winning: banzhaf.winning.toString(),
    players: variables.map((player, index) => {
      const swings = banzhaf.swings[index]!;
      return {
        player,
        swings: swings.toString(),
        banzhaf: show(share(swings)),
        banzhafDecimal: toNumber(share(swings)),
        banzhafAbsolute: show(fraction(swings, coalitions)),
        shapleyShubik: exact ? show(exact[index]!) : null,
        shapleyShubikDecimal: decimals[index]!,
      };
    }),
  };
}
