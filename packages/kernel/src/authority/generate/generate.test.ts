import { describe, expect, test } from 'vitest';
import type { Day } from '../../arrangement/date.ts';
import { ask } from '../ask.ts';
import type { Question } from '../question.ts';
import { generateAlliance, SHAPES } from './generate.ts';

const frame = { at: '2026-01-01' as Day };

describe.each(SHAPES)('a %s', (shape) => {
  test.each([10, 100, 1_000, 10_000])('of %i offices has as many, and few more', (offices) => {
    const { size } = generateAlliance(shape, offices).arrangement.offices;
    expect(size).toBeGreaterThanOrEqual(offices * 0.95);
    expect(size).toBeLessThan(offices * 1.1 + 16);
  });

  test('is the same for the same size', () => {
    expect(generateAlliance(shape, 100)).toEqual(generateAlliance(shape, 100));
  });

  const { arrangement, outcome } = generateAlliance(shape, 300);
  const body = [...arrangement.bodies.values()][0]!;
  const who = body.members[0]!;
  const party = [...arrangement.parties.keys()][1]!;
  const questions: readonly Question[] = [
    { ask: 'canAlone', who: 'president', outcome },
    { ask: 'canBlock', who: 'commander', outcome },
    { ask: 'canBypass', who: party, outcome },
    { ask: 'needs', outcome },
    { ask: 'coalitions', outcome },
    { ask: 'blockers', outcome },
    { ask: 'voice', who, on: outcome.on },
    { ask: 'power', outcome },
    { ask: 'power', outcome, level: 'party' },
    { ask: 'survives', who: 'capital' },
    { ask: 'pace', outcome, runs: 20 },
    { ask: 'pace', outcome, effect: 'proper', runs: 20 },
  ];
  test.each(questions.map((question) => [question.ask, question] as const))(
    'of 300 offices is asked %s',
    (_, question) => {
      const reply = ask(arrangement, frame, question);
      expect(reply).toMatchObject({ ok: true });
    },
  );
});
