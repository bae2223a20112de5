import { incomplete } from '@foedus/kernel';
import { expect, test } from 'vitest';
import { RECORD_MESSAGES, RecordError } from './fault.ts';

test('what keeps a node from signing is said in every language', () => {
  expect(incomplete(RECORD_MESSAGES)).toEqual([]);
  const { says } = new RecordError('record-rolled-back', { log: 'a/b', published: 9, held: 7 });
  expect([says.en, says.ko, says.ja].every((text) => text.includes('9') && text.includes('7'))).toBe(true);
});
