import { incomplete } from '@foedus/kernel';
import { expect, test } from 'vitest';
import { STORE_FAULTS, StoreError } from './fault.ts';

test('every fault has its message in every language', () => {
  expect(incomplete(STORE_FAULTS)).toEqual([]);
});

test('an error of the store tells its code and what to do', () => {
  const error = new StoreError('unavailable', { reason: 'ENOSPC' });
  expect(error).toMatchObject({ name: 'StoreError', code: 'unavailable' });
  expect(error.message).toContain('(ENOSPC); nothing was changed');
});
