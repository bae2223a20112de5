import { describe, expect, test } from 'vitest';
import { accountAt, grant } from './directory.ts';
import { DAY } from './instant.ts';
import type { Role } from './principal.ts';
import { Browser, Site, code } from './testing/site.ts';

const SECRETARIAT: Role = { role: 'secretariat' };
const MINISTER: Role = { role: 'seat-holder', arrangement: 'pact', seat: 'arden-leader' };

interface Shown {
  readonly id: string;
  readonly grants: readonly { readonly id: string; readonly role: Role; readonly inForce: boolean }[];
  readonly signsIn: boolean;
}

const rolesOf = async (browser: Browser) =>
  (await browser.ask('GET', 'whoami')).json<{ roles: readonly Role[] }>().roles;

describe('the secretariat', () => {
  test('adds an account and gives its holder a link, by which he comes in without a role', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const added = await secretary.ask('POST', 'accounts', { login: 'kim', name: '김 장관' });
    expect(code(added)).toBe('201');
    const { account, link } = added.json<{ account: Shown; link: string }>();
    expect(account).toMatchObject({ login: 'kim', grants: [], signsIn: false });
    const [, invitation] = /^https:\/\/foedus\.example\/enrol#([\w-]{43})$/.exec(link)!;
    const kim = new Browser(site, account.id);
    await kim.enrol(invitation!);
    expect((await kim.ask('GET', 'whoami')).json()).toEqual({ who: '김 장관', roles: [] });
  });

  test('gives no login name twice', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const twice = { login: 'secretary', name: 'Another' };
    expect(code(await secretary.ask('POST', 'accounts', twice))).toBe('login-taken');
  });

  test('grants a role for a time and takes it back; both work at once', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const kim = await site.person('kim');
    const period = { from: '2026-11-24', until: '2026-11-26' };
    const path = `accounts/${kim.id}/grants`;
    const granted = await secretary.ask('POST', path, { role: MINISTER, ...period });
    expect(code(granted)).toBe('201');
    const perDay: unknown[] = [];
    for (let day = 22; day <= 26; day += 1) {
      // oxlint-disable no-await-in-loop -- days pass one after the other
      await kim.signIn();
      perDay.push(await rolesOf(kim));
      // oxlint-enable no-await-in-loop
      site.wait(DAY);
    }
    expect(perDay).toEqual([[], [], [MINISTER], [MINISTER], []]);

    await kim.signIn();
    await secretary.signIn();
    const always = (await secretary.ask('POST', path, { role: MINISTER })).json<Shown>();
    expect(await rolesOf(kim)).toEqual([MINISTER]);
    const { id } = always.grants.at(-1)!;
    expect(code(await secretary.ask('DELETE', `${path}/${id}`))).toBe('204');
    expect(await rolesOf(kim)).toEqual([]);
    expect(code(await secretary.ask('DELETE', `${path}/${id}`))).toBe('unknown-grant');
  });

  test('holds no seat, nor does who holds one become the secretariat', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const kim = await site.person('kim', MINISTER);
    const give = async (id: string, role: Role) =>
      code(await secretary.ask('POST', `accounts/${id}/grants`, { role }));
    expect(await give(secretary.id, MINISTER)).toBe('secretariat-holds-no-seat');
    expect(await give(kim.id, SECRETARIAT)).toBe('secretariat-holds-no-seat');
  });

  test('grants no seat and no party that the arrangement does not have, and no case to observe that there is not', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const kim = await site.person('kim');
    const give = async (role: Role) =>
      code(await secretary.ask('POST', `accounts/${kim.id}/grants`, { role }));
    expect(await give({ ...MINISTER, arrangement: 'league' })).toBe('unknown-arrangement');
    expect(await give({ ...MINISTER, seat: 'arden-laeder' })).toBe('unknown-seat');
    expect(await give({ role: 'party-staff', arrangement: 'pact', party: 'general' })).toBe('unknown-party');
    expect(await give({ role: 'observer', case: 'case-l' })).toBe('unknown-case');
    expect(await rolesOf(kim)).toEqual([]);
    expect(await give({ role: 'observer', case: 'case-1' })).toBe('201');
    expect(await give({ role: 'party-staff', arrangement: 'pact', party: 'arden' })).toBe('201');
    expect(await give({ ...MINISTER, seat: 'exercise-director' })).toBe('201');
  });

  test('grants nothing for a time without a day', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const period = { from: '2026-11-24', until: '2026-11-24' };
    const given = await secretary.ask('POST', `accounts/${secretary.id}/grants`, {
      role: SECRETARIAT,
      ...period,
    });
    expect(code(given)).toBe('empty-period');
  });

  test('disables an account at once, and enables it as it was, but for its sessions', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const kim = await site.person('kim', MINISTER);
    const path = `accounts/${kim.id}/disabled`;
    expect(code(await secretary.ask('PUT', path, true))).toBe('200');
    expect(await kim.who()).toBeNull();
    expect(code(await kim.signIn())).toBe('passkey-refused');
    await secretary.ask('PUT', path, false);
    expect(await kim.who()).toBeNull();
    expect(code(await kim.signIn())).toBe('200');
    expect(await rolesOf(kim)).toEqual([MINISTER]);
  });

  test('can invite somebody anew only by ending all that he signed in with', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const kim = await site.person('kim', MINISTER);
    const made = await kim.ask('POST', 'accounts/me/tokens', { label: 'Script', days: 9 });
    const { token } = made.json<{ token: string }>();
    const anew = await secretary.ask('POST', `accounts/${kim.id}/invitation`);
    expect(await kim.who()).toBeNull();
    expect(code(await kim.signIn())).toBe('passkey-refused');
    const headers = { authorization: `Bearer ${token}` };
    const answer = await site.app.inject({ method: 'GET', url: '/api/v1/whoami', headers });
    expect(answer.json()).toMatchObject({ who: null });
    const [, invitation] = anew.json<{ link: string }>().link.split('#');
    const again = new Browser(site, kim.id);
    expect(code(await again.enrol(invitation!))).toBe('201');
    expect(await rolesOf(again)).toEqual([MINISTER]);
  });

  test('invites anew: the earlier invitation opens nothing', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const { id, invitation } = await site.invited('kim');
    await secretary.ask('POST', `accounts/${id}/invitation`);
    expect(code(await new Browser(site, id).enrol(invitation))).toBe('bad-invitation');
  });

  test('lists accounts, and reads who did what, when, and to whom', async () => {
    const site = await Site.open();
    const secretary = await site.person('secretary', SECRETARIAT);
    const kim = await site.person('kim', MINISTER);
    const accounts = (await secretary.ask('GET', 'accounts')).json<Shown[]>();
    expect(accounts.map(({ id }) => id).toSorted()).toEqual([secretary.id, kim.id].toSorted());
    const answer = kim.authenticator.get(await kim.options());
    await new Browser(site, 'x').ask('POST', 'passkeys/sign-in', { ...answer, rawId: 'x' });
    const trail = (await secretary.ask('GET', 'accounts/audit?from=7')).json<object[]>();
    const at = site.now;
    expect(trail).toEqual([
      { at, kind: 'role-granted', by: 'console', account: kim.id, role: MINISTER },
      { at, kind: 'passkey-added', by: kim.id, account: kim.id },
      { at, kind: 'signed-in', by: kim.id, account: kim.id },
      { at, kind: 'sign-in-refused', by: 'nobody', account: kim.id },
    ]);
  });
});

describe('at the same moment', () => {
  test('several changes of one account are all kept', async () => {
    const site = await Site.open();
    const { id } = await site.invited('kim');
    const cases = ['k1', 'k2', 'k3', 'k4', 'k5'];
    const by = { by: 'console', at: site.now };
    await Promise.all(
      cases.map((each) => grant(site.store, id, { role: { role: 'observer', case: each } }, by)),
    );
    const { value } = await accountAt(site.store, id);
    expect(value.grants.map(({ role }) => role)).toEqual(
      expect.arrayContaining(cases.map((each) => ({ role: 'observer', case: each }))),
    );
  });

  test('an invitation is taken up by one only', async () => {
    const site = await Site.open();
    const { id, invitation } = await site.invited('kim');
    const browsers = [1, 2, 3].map(() => new Browser(site, id));
    const answers = await Promise.all(browsers.map((each) => each.enrol(invitation)));
    expect(answers.map(code).toSorted()).toEqual(['201', 'bad-invitation', 'bad-invitation']);
  });
});

describe('who is not of the secretariat', () => {
  const paths = [
    ['GET', 'accounts'],
    ['POST', 'accounts'],
    ['GET', 'accounts/audit'],
    ['GET', 'accounts/aaaaaaaaaaaaaaaa'],
    ['POST', 'accounts/aaaaaaaaaaaaaaaa/invitation'],
    ['POST', 'accounts/aaaaaaaaaaaaaaaa/grants'],
    ['DELETE', 'accounts/aaaaaaaaaaaaaaaa/grants/x'],
    ['PUT', 'accounts/aaaaaaaaaaaaaaaa/disabled'],
  ] as const;

  test.each(paths)('may not %s %s', async (method, path) => {
    const site = await Site.open();
    const minister = await site.person('minister', MINISTER);
    expect(code(await minister.ask(method, path))).toBe('forbidden');
    expect(code(await new Browser(site, 'x').ask(method, path))).toBe('not-signed-in');
  });
});
