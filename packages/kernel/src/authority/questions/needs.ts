/** `needs`: who is in every coalition that brings an outcome about. */
import type { Arrangement } from '../../arrangement/model.ts';
import { cite } from '../ground.ts';
import type { Frame, Needs, Question, Reply } from '../question.ts';
import { tell } from '../sentences.ts';
import { attempt, compile, judge } from '../solve.ts';
import { openingsDiagram, Valuation, WILLING } from '../valuation.ts';
import { actInWords, playerInWords } from '../words.ts';

export function needs(
  arrangement: Arrangement,
  frame: Frame,
  question: Extract<Question, { ask: 'needs' }>,
): Reply<Needs> {
  const level = question.level ?? 'seat';
  const compiled = compile(arrangement, frame, level, question.outcome, [question.effect ?? 'valid']);
  if (!compiled.ok) return compiled;
  const { compilation } = compiled.value;
  const gate = compiled.value.gates[0]!;
  const worked = attempt(() => {
    const bdd = openingsDiagram(compilation);
    const all = new Valuation(compilation, WILLING, bdd);
    const possible = all.of(gate);
    const players = compilation.players.flatMap((player) => {
      const without = all.unless([compilation.variableOf(player)!])(gate);
      if (without === possible) return [];
      return [{ player, ...judge({ bdd, compilation }, bdd.and(possible, bdd.not(without))) }];
    });
    return { possible: judge({ bdd, compilation }, possible).extent, players };
  });
  if (!worked.ok) return worked;
  const { players, possible } = worked.value;
  const inWords = (extent: string) =>
    players.filter((each) => each.extent === extent).map((each) => playerInWords(arrangement, each.player));
  const [every, some] = [inWords('every'), inWords('some')];
  const key =
    possible === 'none'
      ? 'impossible'
      : `needs.${every.length > 0 ? 'every' : 'nobody'}${some.length > 0 ? 'AndSome' : ''}`;
  return {
    ok: true,
    answer: {
      ask: 'needs',
      arrangement: arrangement.id,
      at: frame.at,
      level,
      players,
      possible,
      grounds: cite(arrangement, compilation.grounds(question.outcome)),
      sentence: tell(key as 'needs.every', {
        outcome: actInWords(arrangement, question.outcome),
        every,
        some,
      }),
    },
  };
}
