import { describe, expect, test } from 'vitest';
import { DAY } from './instant.ts';
import { Site, code, type Browser } from './testing/site.ts';

const make = async (browser: Browser, days = 30): Promise<string> =>
  (await browser.ask('POST', 'accounts/me/tokens', { label: 'Script', days })).json<{ token: string }>()
    .token;

const program = (site: Site, token: string) => ({
  ask: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    site.app.inject({
      method,
      url: `/api/v1/${path}`,
      headers: { authorization: `Bearer ${token}` },
      ...(body ? { payload: body } : {}),
    }),
  who: async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await site.app.inject({ method: 'POST', url: '/api/v1/whoami', headers });
    return answer.json<{ who: string | null }>().who;
  },
});

describe('an API token', () => {
  test('stands for its owner, and needs no proof that a page sent it', async () => {
    const site = await Site.open();
    const token = await make(await site.person('minister'));
    expect(await program(site, token).who()).toBe('MINISTER');
  });

  test('runs out', async () => {
    const site = await Site.open();
    const { who } = program(site, await make(await site.person('minister'), 2));
    site.wait(2 * DAY - 1);
    expect(await who()).toBe('MINISTER');
    site.wait(1);
    expect(await who()).toBeNull();
  });

  test('that is wrong is nobody, though the browser has a session', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    const headers = { authorization: `Bearer foedus.${browser.id}.${'x'.repeat(43)}` };
    const answer = await browser.send({ method: 'GET', url: '/api/v1/whoami', headers });
    expect(answer.json()).toEqual({ who: null, roles: [] });
  });

  test('makes another that is valid no longer than itself', async () => {
    const site = await Site.open();
    const { ask } = program(site, await make(await site.person('minister'), 2));
    const made = await ask('POST', 'accounts/me/tokens', { label: 'Longer', days: 300 });
    expect(made.json()).toMatchObject({ expires: site.now + 2 * DAY });
  });

  test('adds and removes no passkey', async () => {
    const site = await Site.open();
    const { ask } = program(site, await make(await site.person('minister')));
    expect(code(await ask('POST', 'passkeys/options'))).toBe('sign-in-again');
    expect(code(await ask('DELETE', 'passkeys/x'))).toBe('sign-in-again');
  });

  test('is listed without its secret, and ended by its owner alone', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    const token = await make(browser);
    const listed = (await browser.ask('GET', 'accounts/me/tokens')).json<{ id: string }[]>();
    expect(listed).toEqual([expect.objectContaining({ label: 'Script', expires: site.now + 30 * DAY })]);
    expect(JSON.stringify(listed)).not.toContain(token.split('.')[2]);
    const path = `accounts/me/tokens/${listed[0]!.id}`;
    expect(code(await (await site.person('other')).ask('DELETE', path))).toBe('unknown-token');
    expect(code(await browser.ask('DELETE', path))).toBe('204');
    expect(await program(site, token).who()).toBeNull();
  });

  test('gives itself up', async () => {
    const site = await Site.open();
    const { ask, who } = program(site, await make(await site.person('minister')));
    expect(code(await ask('DELETE', 'session'))).toBe('204');
    expect(await who()).toBeNull();
  });

  test('ends with everything else when its owner signs out everywhere', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    const { who } = program(site, await make(browser));
    await browser.ask('DELETE', 'accounts/me/sessions');
    expect(await who()).toBeNull();
  });
});
