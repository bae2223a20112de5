/** Accounts that two processes serve from one database. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPostgres, type PostgresStore } from '../store/postgres.ts';
import { POSTGRES, sharedPostgres } from '../store/testing/postgres.ts';
import { accountAt, grant, revoke } from './directory.ts';
import { addAccount } from './invitation.ts';
import { CONSOLE } from './keep/audit.ts';
import { Browser, code, Site } from './testing/site.ts';

const MINISTER = { role: 'seat-holder', arrangement: 'pact', seat: 'arden-leader' } as const;

/** Milliseconds: the first test of a run starts the server. */
const STARTED_WITHIN = 60_000;

describe.skipIf(!POSTGRES)('two processes on one database', () => {
  let stores: readonly [PostgresStore, PostgresStore];
  let one: Site;
  let other: Site;
  beforeEach(async () => {
    const address = await (await sharedPostgres()).database();
    stores = [await openPostgres(address), await openPostgres(address)];
    [one, other] = [await Site.open({ store: stores[0] }), await Site.open({ store: stores[1] })];
  }, STARTED_WITHIN);
  afterEach(() => Promise.all(stores.map((store) => store.close())));

  const by = () => ({ by: CONSOLE, at: one.now });

  /** The same person at the other process, with all that his browser keeps. */
  function elsewhere({ authenticator, cookies, id }: Browser): Browser {
    const there = new Browser(other, id, authenticator);
    there.cookies = { ...cookies };
    return there;
  }

  test('know each other’s sessions, and what ends at one has ended at the other', async () => {
    const here = await one.person('minister', MINISTER);
    const there = elsewhere(here);
    expect(await there.who()).toBe('MINISTER');
    const [granted] = (await accountAt(stores[0], here.id)).value.grants;
    await revoke(stores[0], here.id, granted!.id, by());
    expect((await there.ask('GET', 'whoami')).json()).toMatchObject({ roles: [] });
    const sessions = await there.ask('GET', 'accounts/me/sessions');
    const [session] = sessions.json<readonly { readonly id: string }[]>();
    expect(code(await there.ask('DELETE', `accounts/me/sessions/${session!.id}`))).toBe('204');
    expect([await here.who(), await there.who()]).toEqual([null, null]);
  });

  test('take an invitation up once, though two answer at one moment', async () => {
    const { id, invitation } = await one.invited('minister');
    const both = await Promise.all(
      [one, other].map((site) => new Browser(site, id).enrol(invitation).then(code)),
    );
    expect(both.toSorted()).toEqual(['201', 'bad-invitation']);
    expect((await accountAt(stores[1], id)).value.passkeys).toHaveLength(1);
  });

  test('take an answer to a challenge once, though it comes to both at one moment', async () => {
    const here = await one.person('minister');
    here.cookies = {};
    const answer = here.authenticator.get(await here.options());
    const both = await Promise.all(
      [here, elsewhere(here)].map((each) => each.ask('POST', 'passkeys/sign-in', answer).then(code)),
    );
    expect(both.toSorted()).toEqual(['200', 'passkey-refused']);
  });

  test('give a login name to one account only', async () => {
    const added = await Promise.allSettled(
      stores.map((store) => addAccount(store, { login: 'minister', name: 'M' }, by())),
    );
    expect(added.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('lose no grant that was acknowledged, whoever grants at the same time', async () => {
    const { id } = await one.invited('minister');
    const seats = Array.from({ length: 8 }, (_, n) => `seat-${n}`);
    const granted = await Promise.allSettled(
      seats.map((seat, n) => grant(stores[n % 2]!, id, { role: { ...MINISTER, seat } }, by())),
    );
    const kept = seats.filter((_, n) => granted[n]!.status === 'fulfilled');
    const { grants } = (await accountAt(stores[0], id)).value;
    const held = grants.map(({ role }) => ('seat' in role ? role.seat : ''));
    expect(held.toSorted()).toEqual(kept);
    expect(kept.length).toBeGreaterThan(0);
  });
});
