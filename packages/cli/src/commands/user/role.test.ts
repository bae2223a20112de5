import { expect, test } from 'vitest';
import { Stop } from '../../stop.ts';
import { readRole, showRole } from './role.ts';

test.each([
  ['secretariat', { role: 'secretariat' }],
  ['seat:rok-us/us-president', { role: 'seat-holder', arrangement: 'rok-us', seat: 'us-president' }],
  ['seat:rok-us/cfc@k3_x-9', { role: 'seat-holder', arrangement: 'rok-us', seat: 'cfc', case: 'k3_x-9' }],
  ['staff:rok-us/rok', { role: 'party-staff', arrangement: 'rok-us', party: 'rok' }],
  ['observer:k3_x-9', { role: 'observer', case: 'k3_x-9' }],
])('%s is read, and shown as it was written', (text, role) => {
  expect(readRole(text)).toEqual(role);
  expect(showRole(readRole(text))).toBe(text);
});

test.each([
  '',
  'admin',
  'seat:us-president',
  'seat:rok-us/',
  'staff:rok-us/rok@',
  'observer:',
  'secretariat@x',
])('“%s” is no role', (text) => {
  expect(() => readRole(text)).toThrow(Stop);
});
