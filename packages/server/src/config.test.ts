/** What a server can be set up as, and what it refuses to be. */
import { expect, test } from 'vitest';
import { readConfig, type Settings } from './config.ts';

function faults(options: Settings, environment: Record<string, string> = {}): readonly string[] {
  const read = readConfig(options, environment);
  return read.ok ? [] : read.faults.map(({ code }) => code);
}

test('without settings it is a server for this machine, with the store in a folder', () => {
  expect(readConfig({}, {})).toEqual({
    ok: true,
    value: {
      host: '127.0.0.1',
      port: 4730,
      data: 'data',
      demo: false,
      arrangements: 'arrangements',
      scenarios: 'scenarios',
      rateLimit: 1200,
      log: 'info',
    },
  });
});

test('options go before the environment', () => {
  const environment = {
    FOEDUS_PORT: '5000',
    FOEDUS_DEMO: 'true',
    DATABASE_URL: 'postgres://foedus@db/foedus',
  };
  expect(readConfig({ port: 6000 }, environment)).toMatchObject({
    value: { port: 6000, demo: true, databaseUrl: 'postgres://foedus@db/foedus' },
  });
});

test.each<[string, Settings]>([
  ['demo-beyond', { demo: true, host: '0.0.0.0' }],
  ['demo-beyond', { demo: true, host: 'foedus.example', origin: 'https://foedus.example' }],
  ['origin-missing', { host: '0.0.0.0' }],
  ['origin-insecure', { host: '::', origin: 'http://foedus.example' }],
  ['bad-port', { port: 70_000 }],
  ['bad-origin', { origin: 'https://foedus.example/path' }],
  ['bad-databaseUrl', { databaseUrl: 'mysql://db' }],
  ['bad-rateLimit', { rateLimit: 0 }],
  ['bad-proxies', { proxies: 'proxy.example' }],
  ['bad-proxies', { proxies: '10.0.0.0/33' }],
  ['bad-log', { log: 'loud' }],
  ['bad-oidcIssuer', { oidcIssuer: 'idp', oidcClientId: 'foedus' }],
  ['oidc-half', { oidcIssuer: 'https://idp.example' }],
])('refused: %s', (code, settings) => {
  expect(faults(settings)).toEqual([code]);
});

test.each(['10.0.0.7', '10.0.0.0/8, ::1', 'fd00::/8'])('%s are proxies', (proxies) => {
  expect(faults({ proxies })).toEqual([]);
});

test('all that is wrong is said at once, and never a password', () => {
  const read = readConfig({ port: 'x', databaseUrl: 'http://foedus:hunter2@db' }, {});
  expect(JSON.stringify(read)).not.toContain('hunter2');
  expect(faults({ port: 'x', databaseUrl: 'http://foedus:hunter2@db' })).toEqual([
    'bad-port',
    'bad-databaseUrl',
  ]);
});

test.each(['127.0.0.1', '127.8.9.10', '::1', 'localhost'])('a demonstration may listen on %s', (host) => {
  expect(faults({ demo: true, host })).toEqual([]);
});
