import { consultation } from '@foedus/kernel';
import { expect, test } from 'vitest';
import { stepsOf } from './steps.ts';

const act = (by: string) => ({ kind: 'concur', by, on: 'strike' }) as const;
const item = {
  id: 'a-chief/k',
  number: 1,
  markings: [{ to: 'all' }],
  originator: ['arden'],
  command: {
    type: 'concur',
    key: 'k',
    seat: 'a-chief',
    office: 'a-chief',
    on: 'strike',
    at: 5,
    marking: { to: 'all' },
  },
} as unknown as consultation.SeenEntry;

test('what took effect stands behind the item from which it follows; what an item says itself is not said again', () => {
  const at = 5 as consultation.Instant;
  const seen = {
    ...consultation.NOTHING_SEEN,
    history: [item],
    effected: [
      { act: act('a-chief'), standing: 'proper', at },
      { act: act('council'), standing: 'proper', at },
    ],
  } as const;
  expect(stepsOf(seen)).toEqual([
    { at: 5, item },
    { at: 5, effect: seen.effected[1] },
  ]);
});
