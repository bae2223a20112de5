/** `power`: how often each player tips the balance (Banzhaf) and its share when coalitions form in every order (Shapley and Shubik). */
import type { Arrangement } from '../../arrangement/model.ts';
import { list } from '../../text/catalogue.ts';
import { fraction, show, toNumber } from '../diagram/fraction.ts';
import { banzhaf, shapleyShubik } from '../diagram/indices.ts';
import { cite } from '../ground.ts';
import type { Frame, PowerIndices, Question, Reply } from '../question.ts';
import { say, tell } from '../sentences.ts';
import { attempt, solve } from '../solve.ts';
import { EVERYWHERE } from '../openings.ts';
import { actInWords, playerInWords } from '../words.ts';

/** More games than this are too many to read; the question is refused with the advice to fix some readings. */
const GAMES = 32;

export function power(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'power' }>,
): Reply<PowerIndices> {
  const level = question.level ?? 'seat';
  const solvedOr = solve(arrangement, frame, level, question.outcome, [question.effect ?? 'valid']);
  if (!solvedOr.ok) return solvedOr;
  const { bdd, compilation, refs } = solvedOr.value;
  const support = bdd.support(refs[0]!);
  const open = new Set(support.filter((variable) => compilation.openings.variables.has(variable)));
  const combinations = compilation.openings.combinations(open, GAMES);
  if (!combinations) return { ok: false, refusal: { code: 'too-open', params: { count: GAMES } } };
  const players = support.filter((variable) => variable >= compilation.firstPlayer);
  const worked = attempt(() =>
    combinations.map((assignment) => {
      const game = bdd.restrict(refs[0]!, assignment);
      const { swings, winning } = banzhaf(bdd, game, players);
      const total = swings.reduce((sum, each) => sum + each, 0n);
      const shares = shapleyShubik(bdd, game, players);
      return {
        circumstance: assignment.size === 0 ? EVERYWHERE : compilation.openings.circumstances(assignment)[0]!,
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
  if (!worked.ok) return worked;
  const games = worked.value;
  const strongest =
    games[0]?.players.toSorted((a, b) => b.shapleyShubikDecimal - a.shapleyShubikDecimal).slice(0, 5) ?? [];
  return {
    ok: true,
    answer: {
      ask: 'power',
      arrangement: arrangement.id,
      at: frame.at,
      level,
      games,
      grounds: cite(arrangement, compilation.grounds(question.outcome)),
      sentence: tell('power', {
        outcome: actInWords(arrangement, question.outcome),
        games: games.length,
        shares: list(
          strongest.map((each) =>
            say('power.share', {
              player: playerInWords(arrangement, each.player),
              share: each.shapleyShubik,
            }),
          ),
        ),
      }),
    },
  };
}
