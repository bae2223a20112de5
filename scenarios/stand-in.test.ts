/** Who has to stand in for another finds the rooms in which that one sits. */
import { expect, test } from 'vitest';
import { exercise } from '@foedus/kernel';
import { arrangements } from '../arrangements/testing/library.ts';
import { scenarios } from './testing/library.ts';

const scenario = scenarios.get('time-pressure')!;
const stage: exercise.Stage = {
  scenario,
  arrangement: arrangements.get(scenario.arrangement)!,
  cases: new Map(),
};

function rooms(seat: string): readonly string[] {
  return [...scenario.consultations.keys()].filter((each) => exercise.sitsIn(stage, each, seat));
}

test('the Prime Minister, who stands in for the ROK President, sits wherever the President does', () => {
  const presidents = rooms('rok-presidency');
  expect(presidents.length).toBeGreaterThan(0);
  expect(rooms('rok-prime-minister')).toEqual(expect.arrayContaining([...presidents]));
});

test('a commander who stands in for nobody sits where a rule names him, not where presidents talk', () => {
  expect(rooms('four-star-in-korea')).not.toContain('leaders');
  expect(rooms('four-star-in-korea').length).toBeGreaterThan(0);
});
