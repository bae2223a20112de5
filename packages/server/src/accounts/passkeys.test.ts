import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from './instant.ts';
import { Authenticator } from './testing/authenticator.ts';
import { Browser, Site, code } from './testing/site.ts';

const MINISTER = { role: 'seat-holder', arrangement: 'league', seat: 'minister' } as const;

describe('an invitation', () => {
  test('is taken up once, and signs in', async () => {
    const site = await Site.open();
    const { id, invitation } = await site.invited('minister', MINISTER);
    const browser = new Browser(site, id);
    expect(await browser.who()).toBeNull();
    expect(code(await browser.enrol(invitation))).toBe('201');
    expect((await browser.ask('GET', 'whoami')).json()).toEqual({ who: 'MINISTER', roles: [MINISTER] });
    expect(code(await new Browser(site, id).enrol(invitation))).toBe('bad-invitation');
  });

  test('runs out after three days', async () => {
    const site = await Site.open();
    const { id, invitation } = await site.invited('minister');
    site.wait(3 * DAY);
    expect(code(await new Browser(site, id).enrol(invitation))).toBe('bad-invitation');
  });

  test('that is made up opens nothing', async () => {
    const site = await Site.open();
    expect(code(await new Browser(site, 'x').enrol('x'.repeat(43)))).toBe('bad-invitation');
  });

  test('does not take a passkey that answers what another account was asked', async () => {
    const site = await Site.open();
    const [one, two] = [await site.invited('one'), await site.invited('two')];
    const browser = new Browser(site, two.id);
    const begun = await browser.ask('POST', 'passkeys/enrolment/options', { invitation: one.invitation });
    const response = browser.authenticator.create(begun.json<{ options: never }>().options);
    const answer = await browser.ask('POST', 'passkeys/enrolment', {
      invitation: two.invitation,
      label: 'Key',
      response,
    });
    expect(code(answer)).toBe('passkey-refused');
  });
});

describe('signing in', () => {
  test('needs no name: the passkey says who it is', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    browser.cookies = {};
    expect(await browser.who()).toBeNull();
    expect(code(await browser.signIn())).toBe('200');
    expect(await browser.who()).toBe('MINISTER');
  });

  /** Answers in a browser without a session; gives what the server says and the cookies that it set. */
  const sent = async (answer: (browser: Browser) => Promise<object>) => {
    const site = await Site.open();
    const browser = await site.person('minister');
    browser.cookies = {};
    const said = await browser.ask('POST', 'passkeys/sign-in', await answer(browser));
    return [code(said), browser.cookies];
  };
  const REFUSED = ['passkey-refused', {}];

  test.each([
    ['made for a page of elsewhere', { origin: 'https://evil.example' }],
    ['with a key of another host', { rpId: 'evil.example' }],
    ['by an unverified person', { unverified: true }],
  ])('an answer %s is refused', async (_, wrongs) => {
    const said = sent(async (browser) => browser.authenticator.get(await browser.options(), wrongs));
    expect(await said).toEqual(REFUSED);
  });

  test('a challenge that is not ours is refused', async () => {
    const said = sent(async (browser) =>
      browser.authenticator.get({ ...(await browser.options()), challenge: 'A'.repeat(75) }),
    );
    expect(await said).toEqual(REFUSED);
  });

  test('a challenge that was made for adding a passkey is refused', async () => {
    const said = sent(async (browser) => {
      await browser.signIn();
      const { challenge } = (await browser.ask('POST', 'passkeys/options')).json<{ challenge: string }>();
      browser.cookies = {};
      return browser.authenticator.get({ ...(await browser.options()), challenge });
    });
    expect(await said).toEqual(REFUSED);
  });

  test('an answer that comes too late is refused', async () => {
    const said = sent(async (browser) => {
      const options = await browser.options();
      browser.site.wait(5 * MINUTE);
      return browser.authenticator.get(options);
    });
    expect(await said).toEqual(REFUSED);
  });

  const stranger = ({ site }: Browser) => {
    const made = new Authenticator(site.origin);
    made.create({ challenge: '', rp: { id: 'foedus.example' }, user: { id: '' } });
    return made;
  };

  test('a key that nobody registered is refused', async () => {
    const said = sent(async (browser) => stranger(browser).get(await browser.options()));
    expect(await said).toEqual(REFUSED);
  });

  test('a signature of another key is refused', async () => {
    const said = sent(async (browser) => {
      const options = await browser.options();
      const { id, rawId, response } = browser.authenticator.get(options);
      const forged = stranger(browser).get(options);
      const { userHandle } = response;
      return { ...forged, id, rawId, response: { ...forged.response, userHandle } };
    });
    expect(await said).toEqual(REFUSED);
  });

  test('a passkey that says it is of another person is refused', async () => {
    const said = sent(async (browser) => {
      const { response, ...rest } = browser.authenticator.get(await browser.options());
      const { id } = await browser.site.invited('other');
      return { ...rest, response: { ...response, userHandle: Buffer.from(id).toString('base64url') } };
    });
    expect(await said).toEqual(REFUSED);
  });

  test('a counter that did not rise tells of a copy, and is refused', async () => {
    const said = sent(async (browser) => {
      browser.authenticator.count = 0;
      return browser.authenticator.get(await browser.options());
    });
    expect(await said).toEqual(REFUSED);
  });

  test('an answer is taken once, by an authenticator that does not count too', async () => {
    const site = await Site.open();
    const { id, invitation } = await site.invited('minister');
    const browser = new Browser(site, id, new Authenticator(site.origin, { counts: false }));
    await browser.enrol(invitation);
    const response = browser.authenticator.get(await browser.options());
    expect(code(await browser.ask('POST', 'passkeys/sign-in', response))).toBe('200');
    const again = new Browser(site, id);
    expect(code(await again.ask('POST', 'passkeys/sign-in', response))).toBe('passkey-refused');
  });
});

describe("one's own passkeys", () => {
  const add = async (browser: Browser, authenticator: Authenticator) => {
    const options = (await browser.ask('POST', 'passkeys/options')).json<never>();
    return browser.ask('POST', 'passkeys', { label: 'Spare', response: authenticator.create(options) });
  };
  const list = async (browser: Browser) =>
    (await browser.ask('GET', 'passkeys')).json<{ id: string; label: string }[]>();

  test('there may be several, and each signs in', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    const spare = new Browser(site, browser.id);
    expect(code(await add(browser, spare.authenticator))).toBe('201');
    expect((await list(browser)).map(({ label }) => label)).toEqual(['Key', 'Spare']);
    expect(code(await spare.signIn())).toBe('200');
    expect(code(await browser.signIn())).toBe('200');
  });

  test('one that is removed signs in no more; the last one stays', async () => {
    const site = await Site.open();
    const browser = await site.person('minister');
    const spare = new Browser(site, browser.id);
    await add(browser, spare.authenticator);
    const [first, second] = await list(browser);
    expect(code(await browser.ask('DELETE', `passkeys/${second!.id}`))).toBe('204');
    expect(code(await spare.signIn())).toBe('passkey-refused');
    expect(code(await browser.ask('DELETE', `passkeys/${first!.id}`))).toBe('last-passkey');
  });

  test("nobody removes another's", async () => {
    const site = await Site.open();
    const [browser, other] = [await site.person('minister'), await site.person('other')];
    const [key] = await list(other);
    expect(code(await browser.ask('DELETE', `passkeys/${key!.id}`))).toBe('unknown-passkey');
    expect(await list(other)).toHaveLength(1);
  });

  test('who has not signed in has none', async () => {
    const site = await Site.open();
    expect(code(await new Browser(site, 'x').ask('GET', 'passkeys'))).toBe('not-signed-in');
  });
});
