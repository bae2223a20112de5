import { expect, test } from 'vitest';
import { isLocal, isLoopbackAddress, isLoopbackHost } from './loopback.ts';

test.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
  expect(isLoopbackAddress(address)).toBe(true);
});

test.each(['10.0.0.1', '::2', '::ffff:10.0.0.1', '127.0.0.1.evil', '0.0.0.0', '', undefined])(
  '%s is not',
  (address) => {
    expect(isLoopbackAddress(address)).toBe(false);
  },
);

test.each(['localhost', 'localhost:4180', 'LOCALHOST:1', '127.0.0.1:80', '[::1]', '[::1]:4180'])(
  'the host %s is this machine',
  (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  },
);

test.each([
  'evil.example',
  'localhost.evil.example',
  'evil.example:127.0.0.1',
  'localhost:80@evil',
  '127.0.0.1.nip.io',
  '',
  undefined,
])('the host %s is not', (host) => {
  expect(isLoopbackHost(host)).toBe(false);
});

test('a request is local by its socket and its host, and when nobody passed it on', () => {
  const local = { address: '127.0.0.1', headers: { host: 'localhost:4180' } };
  expect(isLocal(local)).toBe(true);
  expect(isLocal({ ...local, address: '192.0.2.7' })).toBe(false);
  expect(isLocal({ ...local, headers: { host: 'rebound.example:4180' } })).toBe(false);
  expect(isLocal({ ...local, headers: {} })).toBe(false);
  expect(isLocal({ ...local, headers: { ...local.headers, 'x-forwarded-for': '192.0.2.7' } })).toBe(false);
});
