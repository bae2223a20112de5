import { incomplete } from '@foedus/kernel';
import { expect, test } from 'vitest';
import { describeStoreFault, STORE_FAULTS } from './describe.ts';
import { replyOf, STORE_FAULT_CODES, StoreError } from './fault.ts';

test('every fault has its message in every language', () => {
  expect(incomplete(STORE_FAULTS)).toEqual([]);
  expect(Object.keys(STORE_FAULTS.en)).toEqual([...STORE_FAULT_CODES]);
});

test('an error of the store is a value that says what to do; any other is a defect', async () => {
  const reply = await replyOf(() => Promise.reject(new StoreError('unavailable', { reason: 'ENOSPC' })));
  expect(reply).toEqual({ ok: false, fault: { code: 'unavailable', params: { reason: 'ENOSPC' } } });
  if (!reply.ok) expect(describeStoreFault(reply.fault).en).toContain('(ENOSPC); nothing was changed');
  await expect(replyOf(() => Promise.reject(new TypeError('no name')))).rejects.toThrow('no name');
});
