/** Checks of exactly which players are needed, and which groups suffice to bring about or to prevent. */
import type { Needs, Players, Question, Sets } from '../../authority/question.ts';
import { refused, type Finding } from '../finding.ts';
import type { Check } from '../model.ts';
import { groupsInWords, say } from '../words.ts';
import { answerTo, type World } from '../world.ts';

export function checkSets(check: Extract<Check, { type: 'sets' }>, home: string, world: World): Finding {
  const question = listing(check.asked.question, check.expect.length + 1);
  const answered = answerTo({ ...check.asked, question }, home, world);
  if (!answered.ok) return refused(answered.refusal);
  const { answer, arrangement, grounds } = answered.value;
  if (answer.ask !== 'needs' && answer.ask !== 'coalitions' && answer.ask !== 'blockers')
    throw new Error(`INVARIANT: the reader makes no check of sets of ${answer.ask}`);

  // Who is needed may be written as one list or one by one.
  const expect = answer.ask === 'needs' ? check.expect.flat().map((player) => [player]) : check.expect;
  const { groups, count } = groupsIn(answer);
  return {
    holds: count === BigInt(expect.length) && same(groups, expect),
    grounds,
    tell: () => {
      const shown = groupsInWords(arrangement, groups);
      const all = count === BigInt(groups.length);
      return say('found', {
        expect: groupsInWords(arrangement, expect),
        found: all ? shown : say('set.more', { sets: shown, count: String(count) }),
        because: answer.sentence,
      });
    },
  };
}

/** One group more than is expected is enough to see that there are others. */
function listing(question: Question, limit: number): Question {
  return question.ask === 'coalitions' || question.ask === 'blockers' ? { ...question, limit } : question;
}

function groupsIn(answer: Needs | Sets): { groups: readonly Players[]; count: bigint } {
  if (answer.ask !== 'needs') return { groups: answer.inSome.sets, count: answer.inSome.count };
  const needed = answer.players.filter(({ extent }) => extent === 'every').map(({ player }) => [player]);
  return { groups: needed, count: BigInt(needed.length) };
}

function same(groups: readonly Players[], expect: readonly Players[]): boolean {
  const key = (group: Players): string => JSON.stringify(group.toSorted());
  const wanted = new Set(expect.map(key));
  return wanted.size === groups.length && groups.every((group) => wanted.has(key(group)));
}
