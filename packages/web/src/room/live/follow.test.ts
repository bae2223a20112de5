import { consultation } from '@foedus/kernel';
import { expect, test } from 'vitest';
import type { Shown } from '../../api/cases.ts';
import { withUpdate } from './follow.ts';

const SHOWN = { ...consultation.NOTHING_SEEN, cursor: 3 } as Shown;
const ADJOURNED = { type: 'phase', phase: 'adjourned' } as const;

test('an update that comes next is applied, and counted', () => {
  expect(withUpdate(SHOWN, ADJOURNED, 4)).toMatchObject({ cursor: 4, phase: 'adjourned' });
});

test('an update that the view contains already changes nothing', () => {
  for (const cursor of [1, 3]) expect(withUpdate(SHOWN, ADJOURNED, cursor)).toBe(SHOWN);
});
