import { describe, expect, test } from 'vitest';
import { pathTo, suggest, type Suggestion } from './complete.ts';
import { SCHEMA } from './schema.ts';

const NAMES: readonly Suggestion[] = [{ label: 'cfc-commander', type: 'name' }];

function labels(text: string): readonly string[] {
  return suggest(text, SCHEMA, NAMES).all.map(({ label }) => label);
}

test('the path to a line is that of the keys above it with less indentation', () => {
  const lines = [
    'powers:',
    '  first:',
    '    act: x',
    '  second:',
    '    valid:',
    '      allOf:',
    '        - when',
  ];
  expect(pathTo(lines)).toEqual(['powers', 'second', 'valid', 'allOf']);
});

describe('completion offers', () => {
  test('the sections at the beginning of a line', () => {
    expect(labels('')).toEqual(expect.arrayContaining(['parties', 'powers', 'facts']));
  });

  test('the keys of an entry within it', () => {
    const found = labels('powers:\n  kill-chain:\n    ');
    expect(found).toEqual(expect.arrayContaining(['act', 'valid', 'proper', 'status', 'source']));
    expect(found).not.toContain('members');
  });

  test('the words of a closed list as values', () => {
    expect(labels('powers:\n  p:\n    status: ')).toEqual([
      'text',
      'reported',
      'planned',
      'inferred',
      'hedged',
    ]);
  });

  test('names of the arrangement where an act is written, and within formulas', () => {
    expect(labels('powers:\n  p:\n    act: execute by cfc')).toContain('cfc-commander');
    expect(labels('powers:\n  p:\n    valid:\n      allOf:\n        - concur by cfc')).toContain(
      'cfc-commander',
    );
  });

  test('what replaces the word that was begun', () => {
    expect(suggest('powers:\n  p:\n    act: execute by cfc-c', SCHEMA, NAMES).back).toBe('cfc-c'.length);
  });
});
