/** A change of an arrangement is answered for as if all were asked anew, though little is. */
import { assert, integer, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../arrangement/date.ts';
import { TABLES, type Arrangement } from '../../arrangement/model.ts';
import { ask } from '../../authority/ask.ts';
import type { Question, Reply } from '../../authority/question.ts';
import { randomArrangement } from '../../authority/testing/random-arrangement.ts';
import { is, sketch, TODAY } from '../../authority/testing/sketch.ts';
import { AT, worldOf } from '../testing/claims.ts';
import type { Ask } from '../world.ts';
import type { Aim } from './model.ts';
import { mutations } from './mutations.ts';
import { changedWorld } from './changed-world.ts';

function questionsOf(arrangement: Arrangement): readonly Question[] {
  const [first, second] = [...arrangement.offices.keys()];
  return [...arrangement.matters.keys()].flatMap((on): readonly Question[] => [
    { ask: 'voice', who: 'p', on },
    { ask: 'canBlock', who: first!, outcome: { kind: 'decide', on }, effect: 'proper' },
    { ask: 'canAlone', who: second!, outcome: { kind: 'decide', on } },
    { ask: 'canBypass', who: second!, outcome: { kind: 'decide', on } },
  ]);
}

/** The verdict, without the words and rules, which may tell of what makes no difference. */
function verdict(reply: Reply): unknown {
  if (!reply.ok) return reply.refusal.code;
  const { answer } = reply;
  if ('extent' in answer) return answer.extent;
  return answer.ask === 'voice' ? [answer.most, answer.least] : answer.ask;
}

test('after any one change, every answer is the one that the engine gives', () => {
  assert(
    property(integer({ min: 0, max: 1_000_000 }), nat(), (seed, choice) => {
      const arrangement = randomArrangement(seed);
      const aim: Aim = { actors: ['p'], matters: [...arrangement.matters.keys()], days: [TODAY] };
      const rules = TABLES.flatMap((table) => [...arrangement[table].keys()]);
      const all = [...mutations(arrangement, rules[choice % rules.length]!, aim)];
      const mutation = all[choice % all.length]!;
      const { arrangements, ask: recalled } = changedWorld(worldOf(arrangement), mutation);
      const changed = arrangements.get(arrangement.id)!;
      const afresh = mutation.apply(arrangement);
      for (const question of questionsOf(arrangement)) {
        expect(verdict(recalled!(changed, AT, question))).toEqual(verdict(ask(afresh, AT, question)));
      }
    }),
    { numRuns: 150 },
  );
});

/** Support rests on a consent that is given on another matter; hotline on neither. */
const arrangement = sketch({
  offices: { president: 'owner', premier: 'ally' },
  powers: {
    'to-release': { act: 'decide by president on release', from: '2023' },
    'to-support': { act: 'execute by premier on support', valid: is('decide by president on release') },
    'to-call': { act: 'decide by premier on hotline' },
  },
});

/** The matters on which a voice is asked of the arrangement as changed, on a day, after the first change of a rule. */
function askedAnew(rule: string, day = '2024-01-01'): readonly string[] {
  const asked: string[] = [];
  const noting: Ask = (within, frame, question) => {
    if (within !== arrangement && 'on' in question) asked.push(question.on);
    return ask(within, frame, question);
  };
  const [mutation] = mutations(arrangement, rule, { actors: [], matters: [], days: [] });
  const after = changedWorld({ ...worldOf(arrangement), ask: noting }, mutation!);
  const changed = after.arrangements.get(arrangement.id)!;
  for (const on of arrangement.matters.keys())
    after.ask!(changed, { at: day as Day }, { ask: 'voice', who: 'ally', on });
  return asked;
}

test('only what a change can touch is asked anew: its matter, and those that rest on it', () => {
  expect(askedAnew('to-release')).toEqual(['release', 'support']);
  expect(askedAnew('to-call')).toEqual(['hotline']);
  // What supports rests on is named by it, and so may be told of otherwise.
  expect(askedAnew('to-support')).toEqual(['release', 'support']);
});

test('a rule that is not in force on the day is not asked about', () => {
  expect(askedAnew('to-release', '2022-01-01')).toEqual([]);
});

test('who acts may bear on everything', () => {
  expect(askedAnew('premier')).toEqual(['release', 'support', 'hotline']);
});
