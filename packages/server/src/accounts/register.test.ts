import { incomplete } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';
import { ACCOUNT_MESSAGES } from './problem.ts';
import { Site, code } from './testing/site.ts';

test('the problems are told completely in every language', () => {
  expect(incomplete(ACCOUNT_MESSAGES)).toEqual([]);
});

describe('a demonstration', () => {
  const host = 'localhost:4180';
  const whoami = { method: 'POST', url: '/api/v1/whoami' } as const;
  const open = async () => (await Site.open({ demo: true, origin: `http://${host}` })).app;

  test('takes who is at this machine for the one who holds every seat', async () => {
    const app = await open();
    const session = await app.inject({ method: 'GET', url: '/api/v1/session', headers: { host } });
    const principal = { id: 'demo', name: 'Demo', roles: [] };
    expect(session.json()).toEqual({ demo: true, principal, csrf: null, signIn: [] });
    expect((await app.inject({ ...whoami, headers: { host } })).json()).toMatchObject({ who: 'Demo' });
  });

  test('answers nobody beyond this machine', async () => {
    const app = await open();
    const far = await app.inject({ ...whoami, headers: { host }, remoteAddress: '192.0.2.7' });
    const rebound = await app.inject({ ...whoami, headers: { host: 'rebound.example:4180' } });
    const passedOn = await app.inject({ ...whoami, headers: { host, 'x-forwarded-for': '192.0.2.7' } });
    expect([far, rebound, passedOn].map(code)).toEqual(Array(3).fill('demo-beyond-loopback'));
  });

  test('lets no page of elsewhere change anything', async () => {
    const app = await open();
    const sent = (headers: Record<string, string>) =>
      app.inject({ ...whoami, headers: { host, ...headers } });
    expect(code(await sent({ origin: `http://${host}` }))).toBe('200');
    const another = await sent({ origin: 'http://localhost:9999' });
    const foreign = await sent({ 'sec-fetch-site': 'cross-site' });
    expect([another, foreign].map(code)).toEqual(['foreign-origin', 'foreign-origin']);
  });

  test('has no accounts', async () => {
    const app = await open();
    const answer = await app.inject({ method: 'GET', url: '/api/v1/accounts', headers: { host } });
    expect(answer.statusCode).toBe(404);
  });
});

describe('a server with accounts', () => {
  test('has nobody who did not sign in, at this machine neither', async () => {
    const { app } = await Site.open();
    const answer = await app.inject({ method: 'GET', url: '/api/v1/whoami', headers: { host: 'localhost' } });
    expect(answer.json()).toEqual({ who: null, roles: [] });
  });

  test('limits attempts to sign in by address', async () => {
    const { app } = await Site.open();
    const ask = (remoteAddress: string) =>
      app.inject({ method: 'POST', url: '/api/v1/passkeys/sign-in/options', remoteAddress });
    for (let count = 0; count < 120; count += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as they are counted
      expect((await ask('192.0.2.7')).statusCode).toBe(200);
    }
    expect(code(await ask('192.0.2.7'))).toBe('too-many-requests');
    expect(code(await ask('192.0.2.8'))).toBe('200');
  });
});
