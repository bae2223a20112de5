import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from './instant.ts';
import { Browser, ORIGIN, Site, code } from './testing/site.ts';

type Listed = readonly { id: string; current: boolean; agent: string }[];
const list = async (browser: Browser) => (await browser.ask('GET', 'accounts/me/sessions')).json<Listed>();

describe('the cookie', () => {
  const cookieOf = async (origin: string) => {
    const site = await Site.open({ origin });
    const { id, invitation } = await site.invited('minister');
    return (await new Browser(site, id).enrol(invitation)).headers['set-cookie'];
  };

  test('over https is bound to this very host, hidden from scripts and sent by our own pages alone', async () => {
    expect(await cookieOf(ORIGIN)).toMatch(
      /^__Host-foedus=[\w.-]+; Max-Age=86400; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  test('over http on this machine has no prefix that browsers would refuse there', async () => {
    expect(await cookieOf('http://localhost:4180')).toMatch(
      /^foedus=[\w.-]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test('is kept nowhere: what is kept does not open a session', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    const [token] = Object.values(browser.cookies);
    const secret = token!.split('.')[1]!;
    for await (const piece of site.store.snapshot()) {
      const kept = 'cell' in piece ? [piece.cell, piece.value] : piece.rows;
      expect(Buffer.concat(kept.map((each) => Buffer.from(each))).includes(secret)).toBe(false);
    }
  });
});

describe('a session', () => {
  test('ends after an hour without activity', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    site.wait(HOUR - MINUTE);
    expect(await browser.who()).toBe('MINISTER');
    site.wait(HOUR - MINUTE);
    expect(await browser.who()).toBe('MINISTER');
    site.wait(HOUR);
    expect(await browser.who()).toBeNull();
  });

  test('ends after a day, whatever is done in it', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    for (let minutes = 30; minutes < 24 * 60; minutes += 30) {
      site.wait(30 * MINUTE);
      // oxlint-disable-next-line no-await-in-loop -- time goes on between the requests
      expect(await browser.who()).toBe('MINISTER');
    }
    site.wait(30 * MINUTE);
    expect(await browser.who()).toBeNull();
  });

  test('that is only asked after, as by a stream that goes on, is not kept alive by it', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    await browser.ask('GET', 'whoami');
    const stream = site.last!;
    const asked = () => site.accounts.identify(stream);
    site.wait(HOUR - MINUTE);
    expect(await asked()).toMatchObject({ name: 'MINISTER' });
    site.wait(MINUTE);
    expect(await asked()).toBeNull();
  });

  test('has a new token after signing in again, and the old one opens nothing', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    const old = new Browser(site, browser.id);
    old.cookies = { ...browser.cookies };
    await browser.signIn();
    expect(browser.cookies).not.toEqual(old.cookies);
    expect(await old.who()).toBeNull();
    expect(await list(browser)).toHaveLength(1);
  });

  test('is ended by signing out', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    const copy = new Browser(site, browser.id);
    copy.cookies = { ...browser.cookies };
    expect(code(await browser.ask('DELETE', 'session'))).toBe('204');
    expect(browser.cookies).toEqual({});
    expect(await copy.who()).toBeNull();
  });

  test.each([
    '',
    'x',
    'x.y',
    `${'x'.repeat(16)}.${'y'.repeat(43)}`,
    `../${'x'.repeat(13)}.${'y'.repeat(43)}`,
  ])('is not opened by the token “%s”', async (token) => {
    const site = await Site.open();
    const browser = new Browser(site, 'x');
    browser.cookies = { '__Host-foedus': token };
    expect(await browser.who()).toBeNull();
  });
});

describe("one's sessions", () => {
  const two = async () => {
    const site = await Site.open();
    const here = await site.person('minister');
    const there = new Browser(site, here.id, here.authenticator);
    await there.signIn();
    return { site, here, there };
  };

  test('are listed, and each can be ended from another', async () => {
    const { here, there } = await two();
    const sessions = await list(here);
    expect(sessions.map(({ current }) => current)).toHaveLength(2);
    const other = sessions.find(({ current }) => !current)!;
    expect(code(await here.ask('DELETE', `accounts/me/sessions/${other.id}`))).toBe('204');
    expect(await there.who()).toBeNull();
    expect(await here.who()).toBe('MINISTER');
  });

  test('end all at once', async () => {
    const { here, there } = await two();
    expect(code(await here.ask('DELETE', 'accounts/me/sessions'))).toBe('204');
    expect([await here.who(), await there.who()]).toEqual([null, null]);
    expect(code(await there.signIn())).toBe('200');
  });

  test("are one's own: nobody ends another's", async () => {
    const { here, site } = await two();
    const other = await site.person('other');
    const [session] = await list(here);
    expect(code(await other.ask('DELETE', `accounts/me/sessions/${session!.id}`))).toBe('unknown-session');
    expect(await here.who()).toBe('MINISTER');
  });
});

describe('a request that changes something in a session', () => {
  const own = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' };
  const sent = async (headers: (csrf: string) => Record<string, string>) => {
    const site = await Site.open();
    const browser = await site.person('minister');
    const { csrf } = (await browser.ask('GET', 'session')).json<{ csrf: string }>();
    return code(await browser.send({ method: 'POST', url: '/api/v1/whoami', headers: headers(csrf) }));
  };

  test('comes from our own pages, with the proof that they have', async () => {
    expect(await sent((csrf) => ({ ...own, 'x-foedus-csrf': csrf }))).toBe('200');
  });

  test.each([
    ['no proof', () => own, 'session-proof'],
    ['a proof that is made up', () => ({ ...own, 'x-foedus-csrf': 'x'.repeat(43) }), 'session-proof'],
    [
      'the proof, but another origin',
      (csrf: string) => ({ 'x-foedus-csrf': csrf, origin: 'https://evil.example' }),
      'foreign-origin',
    ],
    [
      'the proof, but nothing that says where it comes from',
      (csrf: string) => ({ 'x-foedus-csrf': csrf }),
      'session-proof',
    ],
  ])('is refused with %s', async (_, headers, expected) => {
    expect(await sent(headers)).toBe(expected);
  });

  test("is refused with another session's proof", async () => {
    const site = await Site.open();
    const [one, two] = [await site.person('one'), await site.person('two')];
    const { csrf } = (await two.ask('GET', 'session')).json<{ csrf: string }>();
    const headers = { ...own, 'x-foedus-csrf': csrf };
    expect(code(await one.send({ method: 'POST', url: '/api/v1/whoami', headers }))).toBe('session-proof');
  });
});
