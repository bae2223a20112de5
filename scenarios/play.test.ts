import { describe, expect, test } from 'vitest';
import { exercise, type consultation } from '@foedus/kernel';
import { arrangements } from '../arrangements/testing/library.ts';
import { scenarios } from './testing/library.ts';

const AT = Date.parse('2026-11-23T00:00:00Z') as consultation.Instant;

describe.each([...scenarios])('%s', (_, scenario) => {
  const play = (seed: number): exercise.ExerciseRecord =>
    exercise.play(scenario, arrangements.get(scenario.arrangement)!, { at: AT, seed });

  test('willing players play it to its end, and do all that the program can see they were expected to', () => {
    const { state } = play(1);
    expect(state.phase).toBe('ended');
    const missed = [...state.verdicts].flatMap(([id, { verdict }]) => (verdict === 'missed' ? [id] : []));
    expect(missed).toEqual([]);
    expect(state.refusals).toEqual([]);
    const planned = [...state.injects.values()].filter(
      ({ inject }) => inject.due.type === 'time' && inject.status === 'ready',
    );
    expect(planned.filter((each) => each.state !== 'sent')).toEqual([]);
  });

  test('the same seed plays the same course, another seed another', () => {
    expect(play(7).events).toEqual(play(7).events);
    expect(play(8).events).not.toEqual(play(7).events);
  });
});
