import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE } from './instant.ts';
import type { Role } from './principal.ts';
import { CLIENT, IdentityProvider, ORIGIN } from './testing/identity-provider.ts';
import { Browser, Site, code } from './testing/site.ts';

const MINISTER: Role = { role: 'seat-holder', arrangement: 'league', seat: 'minister' };

const idp = new IdentityProvider();
beforeAll(() => idp.open());
afterAll(() => idp.close());

const open = () => Site.open({ origin: ORIGIN, oidc: { issuer: idp.issuer, ...CLIENT } });

/** Leaves for the provider, signs in there as somebody, and comes back; gives where the browser is sent on to. */
async function travel(browser: Browser, subject: string, invitation?: string): Promise<string> {
  return returned(browser, await idp.visit(await leave(browser, invitation), subject));
}

async function leave(browser: Browser, invitation?: string): Promise<string> {
  const begun = await browser.ask('POST', 'oidc/sign-in', invitation === undefined ? {} : { invitation });
  return begun.json<{ url: string }>().url;
}

async function returned(browser: Browser, back: string): Promise<string> {
  const answer = await browser.send({ method: 'GET', url: back.slice(ORIGIN.length) });
  return /url=([^"]*)"/.exec(answer.body)![1]!;
}

describe('an identity of a provider', () => {
  test('is linked by an invitation, and signs in from then on', async () => {
    const site = await open();
    const { id, invitation } = await site.invited('minister', MINISTER);
    const browser = new Browser(site, id);
    expect(await travel(browser, 'kim', invitation)).toBe('/');
    expect(await browser.who()).toBe('MINISTER');

    const later = new Browser(site, id);
    expect(await travel(later, 'kim')).toBe('/');
    expect((await later.ask('GET', 'whoami')).json()).toEqual({ who: 'MINISTER', roles: [MINISTER] });
  });

  test('that nobody invited has no account', async () => {
    const site = await open();
    await site.invited('minister', MINISTER);
    const browser = new Browser(site, 'x');
    expect(await travel(browser, 'minister')).toBe('/sign-in?problem=oidc-unknown');
    expect(await browser.who()).toBeNull();
  });

  test('is linked to one account only', async () => {
    const site = await open();
    const [one, two] = [await site.invited('one'), await site.invited('two')];
    await travel(new Browser(site, one.id), 'kim', one.invitation);
    const second = new Browser(site, two.id);
    expect(await travel(second, 'kim', two.invitation)).toBe('/sign-in?problem=oidc-linked');
    expect(await travel(second, 'kim')).toBe('/');
    expect(await second.who()).toBe('ONE');
  });

  test('takes up an invitation once', async () => {
    const site = await open();
    const { id, invitation } = await site.invited('minister');
    await travel(new Browser(site, id), 'kim', invitation);
    expect(await travel(new Browser(site, id), 'lee', invitation)).toBe('/sign-in?problem=bad-invitation');
  });

  test('of a disabled account signs in no more', async () => {
    const site = await open();
    const secretary = await site.person('secretary', { role: 'secretariat' });
    const { id, invitation } = await site.invited('minister');
    await travel(new Browser(site, id), 'kim', invitation);
    await secretary.ask('PUT', `accounts/${id}/disabled`, true);
    expect(await travel(new Browser(site, id), 'kim')).toBe('/sign-in?problem=oidc-unknown');
  });

  test('is lost when its holder is invited anew', async () => {
    const site = await open();
    const secretary = await site.person('secretary', { role: 'secretariat' });
    const { id, invitation } = await site.invited('minister');
    await travel(new Browser(site, id), 'kim', invitation);
    await secretary.ask('POST', `accounts/${id}/invitation`);
    expect(await travel(new Browser(site, id), 'kim')).toBe('/sign-in?problem=oidc-unknown');
  });
});

describe('what comes back from the provider', () => {
  const REFUSED = '/sign-in?problem=oidc-refused';
  const left = async () => {
    const site = await open();
    const { id, invitation } = await site.invited('minister');
    await travel(new Browser(site, id), 'kim', invitation);
    const browser = new Browser(site, id);
    return { site, id, browser, back: await idp.visit(await leave(browser), 'kim') };
  };

  test('is not taken from a browser that did not leave', async () => {
    const { back, id, site } = await left();
    expect(await returned(new Browser(site, id), back)).toBe(REFUSED);
  });

  test('is not taken from a browser that left on another trip', async () => {
    const { back, id, site } = await left();
    const other = new Browser(site, id);
    await leave(other);
    expect(await returned(other, back)).toBe(REFUSED);
  });

  test('is not taken with another state', async () => {
    const { back, browser } = await left();
    expect(await returned(browser, back.replace(/state=[^&]*/, 'state=x'))).toBe(REFUSED);
  });

  test('is not taken from another issuer', async () => {
    const { back, browser } = await left();
    expect(await returned(browser, back.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example'))).toBe(
      REFUSED,
    );
  });

  test('is not taken twice', async () => {
    const { back, browser } = await left();
    const cookies = { ...browser.cookies };
    expect(await returned(browser, back)).toBe('/');
    browser.cookies = cookies;
    expect(await returned(browser, back)).toBe(REFUSED);
  });

  test('is not taken too late', async () => {
    const { back, browser, site } = await left();
    site.wait(10 * MINUTE);
    expect(await returned(browser, back)).toBe(REFUSED);
  });
});

test('a provider that does not answer is told as such, and asked again the next time', async () => {
  const site = await Site.open({ origin: ORIGIN, oidc: { issuer: 'http://localhost:1', ...CLIENT } });
  const browser = new Browser(site, 'x');
  expect(code(await browser.ask('POST', 'oidc/sign-in', {}))).toBe('provider-unreachable');
  expect(code(await browser.ask('POST', 'oidc/sign-in', {}))).toBe('provider-unreachable');
});
