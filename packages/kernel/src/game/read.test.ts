import { describe, expect, test } from 'vitest';
import { readGame } from './read.ts';

const read = (text: string) => readGame('game.json', text);
const codes = (text: string) => {
  const result = read(text);
  return result.ok ? [] : result.faults.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
};

describe('a voting game', () => {
  test('is its rules; players are numbered where they have no names', () => {
    expect(read('{"rules": [{"quota": 3, "weights": [2, 1, 1]}]}')).toEqual({
      ok: true,
      value: { name: 'game.json', players: ['1', '2', '3'], rules: [{ quota: 3, weights: [2, 1, 1] }] },
    });
  });

  test('may have a name, names of players, and notes that are nothing to it', () => {
    const text =
      '{"name": "EEC", "players": ["fr", "lu"], "note": [1], "rules": [{"quota": 4, "weights": [4, 1]}]}';
    expect(read(text)).toMatchObject({ ok: true, value: { name: 'EEC', players: ['fr', 'lu'] } });
  });

  test('may say how many players there are', () => {
    expect(codes('{"players": 2, "rules": [{"quota": 4, "weights": [4, 1]}]}')).toEqual([]);
  });

  test.for([
    ['{"rules": []}', '1:11 empty-list'],
    ['{"rulez": []}', '1:1 missing-key'],
    ['[]', '1:1 wrong-type'],
    ['{"rules": [{"quota": 1}]}', '1:12 missing-key'],
    ['{"rules": [{"quota": 1, "weights": [0.5]}]}', '1:37 wrong-type'],
    ['{"rules": [{"quota": 1, "weights": [-1]}]}', '1:37 wrong-type'],
    ['{"rules": [{"quota": 0, "weights": [1]}]}', '1:22 quota-out-of-range'],
    ['{"rules": [{"quota": 3, "weights": [1, 1]}]}', '1:22 quota-out-of-range'],
    ['{"rules": [{"quota": 3, "weights": [9007199254740991, 9007199254740991]}]}', '1:22 quota-out-of-range'],
    ['{"rules": [\n{"quota": 1, "weights": [1, 1]},\n{"quota": 1, "weights": [1]}]}', '3:25 wrong-length'],
    ['{"players": 3, "rules": [{"quota": 1, "weights": [1, 1]}]}', '1:13 wrong-length'],
    ['{"players": ["a", "a"], "rules": [{"quota": 1, "weights": [1, 1]}]}', '1:13 repeated-item'],
    ['{"rules": [', '1:12 yaml-syntax'],
  ] as const)('%s is told at its place: %s', ([text, fault]) => expect(codes(text)).toEqual([fault]));
});
