/** The audit trail: who did what to which account, and when. Never what anybody said, and no secret. */
import { bytesOf, valueOf } from './cells.ts';
import type { Append, Store } from '../../store/store.ts';
import type { Instant } from '../instant.ts';
import type { Role } from '../principal.ts';

const STREAM = 'audit';

export const AUDIT_KINDS = [
  'account-added',
  'account-disabled',
  'account-enabled',
  'role-granted',
  'role-revoked',
  'invited',
  'passkey-added',
  'passkey-removed',
  'identity-linked',
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'signed-out-everywhere',
  'token-made',
  'token-ended',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** An account's id; `console`: who has the data folder; `nobody`: somebody who did not sign in. */
export type Actor = string;
export const CONSOLE: Actor = 'console';
export const NOBODY: Actor = 'nobody';

export interface AuditEntry {
  readonly at: Instant;
  readonly kind: AuditKind;
  readonly by: Actor;
  /** The account that it was done to; `null`: to none that is known. */
  readonly account: string | null;
  /** What was granted or revoked. */
  readonly role?: Role;
}

/** To commit together with what it tells of. */
export function audited(...entries: readonly AuditEntry[]): Append {
  return { stream: STREAM, at: 'end', rows: entries.map(bytesOf) };
}

/** At most `limit` entries from a place on. */
export async function auditFrom(store: Store, from: number, limit: number): Promise<readonly AuditEntry[]> {
  return (await store.read(STREAM, from, limit)).map((row) => valueOf<AuditEntry>(row));
}
