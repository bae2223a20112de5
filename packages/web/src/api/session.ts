/** Who one is to the server. */
import { getJson } from './get.ts';
import { keepCsrf, send, type Answer } from './send.ts';

export type Role =
  | { readonly role: 'secretariat' }
  | {
      readonly role: 'seat-holder';
      readonly arrangement: string;
      readonly seat: string;
      readonly case?: string;
    }
  | {
      readonly role: 'party-staff';
      readonly arrangement: string;
      readonly party: string;
      readonly case?: string;
    }
  | { readonly role: 'observer'; readonly case: string };

export interface Session {
  /** One person on this machine holds every seat. */
  readonly demo: boolean;
  readonly principal: {
    readonly id: string;
    readonly login: string | null;
    readonly name: string;
    readonly roles: readonly Role[];
  } | null;
  readonly csrf: string | null;
  readonly signIn: readonly ('passkey' | 'oidc')[];
}

const SESSION = '/api/v1/session';

export async function session(): Promise<Session> {
  const found = await getJson<Session>(SESSION);
  keepCsrf(found.csrf);
  return found;
}

export function signOut(): Promise<Answer<null>> {
  return send(SESSION, { method: 'DELETE' });
}
