import type { exercise } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { filtered, nextDue } from './filtering.ts';

const PLACE = { file: 'scenario.yaml', line: 1, column: 1 };

function inject(id: string, more: Partial<exercise.InjectState> = {}, to = 'seoul'): exercise.InjectState {
  return {
    number: 1,
    inject: {
      id,
      kind: 'contextual',
      status: 'ready',
      due: { type: 'reserve' },
      part: id < '5' ? 'opening' : 'crisis',
      method: 'message',
      from: { en: 'Joint Staff' },
      to: [to],
      title: { en: `Report ${id}`, ko: `보고 ${id}` },
      text: { en: 'All quiet.' },
      attachments: [],
      tasks: [],
      expected: [],
      effects: [],
      extra: {},
      place: PLACE,
    },
    state: 'planned',
    tested: false,
    inserted: false,
    edited: false,
    acknowledged: [],
    ...more,
  };
}

const SCENARIO = {
  cells: {
    seoul: { id: 'seoul', name: {}, kind: 'players', seats: ['rok-president'], place: PLACE },
    control: { id: 'control', name: {}, kind: 'role-players', seats: [], place: PLACE },
  },
} as const;
const BOARD = [
  inject('1', { due: 5000 as exercise.Elapsed }),
  inject('2', { due: 1000 as exercise.Elapsed, state: 'sent' }),
  inject('3', { due: 2000 as exercise.Elapsed }, 'rok-president'),
  inject('7', {}, 'control'),
];
const ids = (found: readonly exercise.InjectState[]): readonly string[] =>
  found.map((each) => each.inject.id);

describe('the list of events is looked at', () => {
  test('by part, state and cell, with what goes to seats of the cell', () => {
    expect(ids(filtered(BOARD, SCENARIO, {}))).toEqual(['1', '2', '3', '7']);
    expect(ids(filtered(BOARD, SCENARIO, { part: 'crisis' }))).toEqual(['7']);
    expect(ids(filtered(BOARD, SCENARIO, { cell: 'seoul' }))).toEqual(['1', '2', '3']);
    expect(ids(filtered(BOARD, SCENARIO, { cell: 'seoul', state: 'planned' }))).toEqual(['1', '3']);
  });

  test('by words in any language, however wide they are written', () => {
    expect(ids(filtered(BOARD, SCENARIO, { find: '보고 7' }))).toEqual(['7']);
    expect(ids(filtered(BOARD, SCENARIO, { find: 'ＲＥＰＯＲＴ quiet' }))).toEqual(['1', '2', '3', '7']);
    expect(ids(filtered(BOARD, SCENARIO, { find: 'storm' }))).toEqual([]);
  });

  test('and the next is what is due first of what is still planned', () => {
    expect(nextDue(BOARD)?.inject.id).toBe('3');
    expect(nextDue(BOARD.filter(({ state }) => state === 'sent'))).toBeUndefined();
  });
});
