/** An account: who it is, how he proves it, and what he holds over time. */
import { dayOf, type Instant } from './instant.ts';
import { hash } from './keep/secret.ts';
import type { Principal, Role } from './principal.ts';

/** A role for a time: from the day `from` up to, and without, the day `until`; days are those of UTC, as `2026-11-22`. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  readonly from?: string;
  readonly until?: string;
}

/** Somebody as an OpenID provider knows him: the subject is unique and never given to another. An e-mail address is neither. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export interface Account {
  readonly id: string;
  /** Unique among accounts; lower-case. */
  readonly login: string;
  /** The name that people know him by. */
  readonly name: string;
  readonly created: Instant;
  readonly disabled: boolean;
  readonly grants: readonly Grant[];
  /** The hashes of the ids of his passkeys. */
  readonly passkeys: readonly string[];
  readonly identities: readonly Identity[];
  /** The hash of the one invitation that can be used. */
  readonly invitation: string | null;
  /** Sessions and tokens of an earlier epoch have ended. */
  readonly epoch: number;
}

export function inForce({ from, until }: Grant, at: Instant): boolean {
  const day = dayOf(at);
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

/** Who the holder of the account is at a moment; `null` when the account is disabled. */
export function principalOf(account: Account, at: Instant): Principal | null {
  if (account.disabled) return null;
  const roles = account.grants.filter((grant) => inForce(grant, at)).map(({ role }) => role);
  return { id: account.id, name: account.name, demo: false, roles };
}

/** Whether somebody who held all these would hand out seats and hold one. */
export function conflicts(roles: readonly Role[]): boolean {
  const kinds = new Set(roles.map(({ role }) => role));
  return kinds.has('secretariat') && (kinds.has('seat-holder') || kinds.has('party-staff'));
}

export function nameOfAccount(id: string): string {
  return `account/${id}`;
}

/** Where the id of the account with a login name is kept. */
export function nameOfLogin(login: string): string {
  return `login-name/${login}`;
}

/** Where a passkey is kept, by the hash of its id. */
export function nameOfPasskey(hashed: string): string {
  return `credential/${hashed}`;
}

/** Where the id of the account that an identity is linked to is kept. */
export function nameOfIdentity({ issuer, subject }: Identity): string {
  return `oidc/${hash(issuer)}/${hash(subject)}`;
}
