/** Joining an exercise with a code: whoever has signed in gets the role, and whoever has not an account of his own that holds nothing else. */
import { randomBytes } from 'node:crypto';
import { nameOfAccount, nameOfLogin, type Account } from './account.ts';
import { accountAt, amend, type By } from './directory.ts';
import type { Browser } from './enrolment.ts';
import type { Instant } from './instant.ts';
import { audited } from './keep/audit.ts';
import { get, put, transact } from './keep/cells.ts';
import { newId } from './keep/secret.ts';
import type { Role } from './principal.ts';
import { begin } from './sessions.ts';
import type { Put, Store } from '../store/store.ts';

export type Participation = Extract<Role, { readonly role: 'participant' }>;

export interface Joining {
  /** The name that the others know him by. */
  readonly name: string;
  readonly role: Participation;
  /** What uses the code up. */
  readonly puts: readonly Put[];
}

/** The account of a participant. */
function nameOfParticipant({ exercise, participant }: Participation): string {
  return `participant/${exercise}/${participant}`;
}

/** Gives somebody who has signed in a part in an exercise. `plan` is asked anew when somebody was faster. */
export function joinAs(
  store: Store,
  id: string,
  at: Instant,
  plan: () => Promise<Joining>,
): Promise<Participation> {
  return transact(store, async () => {
    const { puts, role } = await plan();
    const { value, version } = await accountAt(store, id);
    const account = { ...value, grants: [...value.grants, { id: newId(), role }] };
    const all = [
      put(nameOfAccount(id), version, account),
      put(nameOfParticipant(role), 'absent', id),
      ...puts,
    ];
    const appends = [audited({ at, kind: 'role-granted', by: id, account: id, role })];
    return { change: { puts: all, appends }, result: role };
  });
}

/** Makes an account for somebody who has none, and signs him in. */
export function joinNew(
  store: Store,
  now: Instant,
  browser: Browser,
  plan: () => Promise<Joining>,
): Promise<{ readonly role: Participation; readonly token: string }> {
  const id = newId();
  const login = `guest-${randomBytes(8).toString('hex')}`;
  return transact(store, async () => {
    const { name, puts, role } = await plan();
    const account: Account = {
      id,
      login,
      name,
      created: now,
      disabled: false,
      grants: [{ id: newId(), role }],
      passkeys: [],
      identities: [],
      invitation: null,
      epoch: 0,
    };
    const begun = await begin(store, account, { ...browser, how: 'code', now });
    const all = [
      put(nameOfLogin(login), 'absent', id),
      put(nameOfAccount(id), 'absent', account),
      put(nameOfParticipant(role), 'absent', id),
      ...puts,
      ...begun.puts,
    ];
    const told = { at: now, by: id, account: id };
    const appends = [
      audited({ ...told, kind: 'account-added' }, { ...told, kind: 'role-granted', role }, begun.entry),
    ];
    return { change: { puts: all, appends }, result: { role, token: begun.token } };
  });
}

/** Takes his part from a participant, at once; that nobody has it is as good. */
export async function leave(
  store: Store,
  part: Pick<Participation, 'exercise' | 'participant'>,
  by: By,
): Promise<void> {
  const role: Participation = { role: 'participant', looks: 'own', ...part };
  const held = await get<string>(store, nameOfParticipant(role));
  if (!held) return;
  const isThis = (each: Role): boolean =>
    each.role === 'participant' && each.exercise === part.exercise && each.participant === part.participant;
  await amend(store, held.value, by, { kind: 'role-revoked', role }, (before) => ({
    ...before,
    grants: before.grants.filter((each) => !isThis(each.role)),
  }));
}
