/** Signing in, and what one signs in with. */
import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { getJson } from './get.ts';
import { send, type Answer } from './send.ts';

export interface Who {
  readonly id: string;
  readonly name: string;
}

export interface Passkey {
  readonly id: string;
  readonly label: string;
  readonly created: number;
  readonly used: number | null;
}

export interface OpenSession {
  readonly id: string;
  readonly how: 'passkey' | 'oidc' | 'code';
  readonly agent: string;
  readonly created: number;
  readonly seen: number;
  readonly current: boolean;
}

const PASSKEYS = '/api/v1/passkeys';
const SESSIONS = '/api/v1/accounts/me/sessions';

/** Throws what the browser throws when its person gives up. */
export async function signInWithPasskey(): Promise<Answer<Who>> {
  const begun = await send<PublicKeyCredentialRequestOptionsJSON>(`${PASSKEYS}/sign-in/options`, {
    json: {},
  });
  if (!begun.ok) return begun;
  const response = await startAuthentication({ optionsJSON: begun.value });
  return send(`${PASSKEYS}/sign-in`, { json: response });
}

export interface Invited {
  readonly account: Who;
  readonly options: PublicKeyCredentialCreationOptionsJSON;
}

export function invited(invitation: string): Promise<Answer<Invited>> {
  return send(`${PASSKEYS}/enrolment/options`, { json: { invitation } });
}

export async function enrol(invitation: string, { options }: Invited, label: string): Promise<Answer<Who>> {
  const response = await startRegistration({ optionsJSON: options });
  return send(`${PASSKEYS}/enrolment`, { json: { invitation, label, response } });
}

/** Where to send the browser; with an invitation, the identity is linked to the account that is invited. */
export function departToProvider(invitation?: string): Promise<Answer<{ readonly url: string }>> {
  return send('/api/v1/oidc/sign-in', { json: invitation === undefined ? {} : { invitation } });
}

export function myPasskeys(): Promise<readonly Passkey[]> {
  return getJson(PASSKEYS);
}

export async function addPasskey(label: string): Promise<Answer<null>> {
  const begun = await send<PublicKeyCredentialCreationOptionsJSON>(`${PASSKEYS}/options`, { json: {} });
  if (!begun.ok) return begun;
  const response = await startRegistration({ optionsJSON: begun.value });
  return send(PASSKEYS, { json: { label, response } });
}

export function removePasskey(id: string): Promise<Answer<null>> {
  return send(`${PASSKEYS}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

export function mySessions(): Promise<readonly OpenSession[]> {
  return getJson(SESSIONS);
}

export function endSession(id: string): Promise<Answer<null>> {
  return send(`${SESSIONS}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
