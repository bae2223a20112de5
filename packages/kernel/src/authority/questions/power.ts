/** `power`: how often each player tips the balance (Banzhaf) and its share when coalitions form in every order (Shapley and Shubik). */
import type { Arrangement } from '../../arrangement/model.ts';
import { list } from '../../text/catalogue.ts';
import { gamesOf } from '../games.ts';
import { cite } from '../ground.ts';
import type { Frame, PowerIndices, Question, Reply } from '../question.ts';
import { say, tell } from '../sentences.ts';
import { compile } from '../solve.ts';
import { actInWords, playerInWords } from '../words.ts';

/** The longest fraction that a sentence says as it is. */
const SAID = 16;

export function power(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'power' }>,
): Reply<PowerIndices> {
  const level = question.level ?? 'seat';
  const compiled = compile(arrangement, frame, level, question.outcome, [question.effect ?? 'valid']);
  if (!compiled.ok) return compiled;
  const { compilation, gates } = compiled.value;
  const worked = gamesOf(compilation, gates[0]!);
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
              share:
                each.shapleyShubik.length <= SAID
                  ? each.shapleyShubik
                  : each.shapleyShubikDecimal.toPrecision(4),
            }),
          ),
        ),
      }),
    },
  };
}
