/** Somebody with an account and an API token. */
import { grant } from '../../accounts/directory.ts';
import { addAccount } from '../../accounts/invitation.ts';
import { CONSOLE } from '../../accounts/keep/audit.ts';
import type { Role } from '../../accounts/principal.ts';
import { makeToken } from '../../accounts/tokens.ts';
import type { Served } from './served.ts';

let persons = 0;

/** A new account that holds these roles: its id, and the header with which its holder sends. */
export async function holder(
  { store, world }: Served,
  ...roles: readonly Role[]
): Promise<{ readonly id: string; readonly authorization: string }> {
  const by = { by: CONSOLE, at: world.now() };
  const login = `person-${(persons += 1)}`;
  const { account } = await addAccount(store, { login, name: login }, by);
  // oxlint-disable-next-line no-await-in-loop -- Grants to one account are made one after the other.
  for (const role of roles) await grant(store, account.id, { role }, by);
  const { text } = await makeToken(store, account.id, { days: 1, label: 'test' }, by);
  return { id: account.id, authorization: `Bearer ${text}` };
}
