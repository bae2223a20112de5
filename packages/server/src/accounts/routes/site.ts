/** What the routes of accounts share. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import type { Store } from '../../store/store.ts';
import type { Browser, SignedIn } from '../enrolment.ts';
import type { Clock } from '../instant.ts';
import type { Governing } from '../positions.ts';
import { NOBODY, audited } from '../keep/audit.ts';
import type { OidcSettings } from '../oidc/provider.ts';
import { giveSession, sessionToken, type Cookies } from '../request/cookies.ts';

export interface Site {
  readonly store: Store;
  readonly now: Clock;
  readonly origin: string;
  readonly demo: boolean;
  readonly cookies: Cookies;
  readonly oidc: OidcSettings | undefined;
  readonly governing: Governing;
}

export type Routes = FastifyPluginAsyncZod<{ readonly site: Site }>;

export const done = z.null().describe('Done.');

export function browserOf(request: FastifyRequest, { cookies }: Site): Browser {
  return { agent: request.headers['user-agent'] ?? '', before: sessionToken(request, cookies) };
}

/** Signs a browser in, or notes that it was refused and whose account it was, as far as that is known. */
export async function letIn(
  site: Site,
  reply: FastifyReply,
  signIn: () => Promise<SignedIn>,
  whose: () => Promise<string | null>,
): Promise<SignedIn> {
  try {
    const signedIn = await signIn();
    giveSession(reply, site.cookies, signedIn.token);
    return signedIn;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const entry = { at: site.now(), kind: 'sign-in-refused', by: NOBODY, account: await whose() } as const;
    await site.store.commit({ appends: [audited(entry)] });
    throw error;
  }
}
