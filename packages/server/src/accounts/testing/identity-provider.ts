/** An OpenID provider for tests. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Where the provider sends browsers back to. */
export const ORIGIN = 'http://localhost:4180';
export const CLIENT = { clientId: 'foedus', clientSecret: 'a-secret-of-forty-characters-or-even-more' };

const SIGNING = {
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
  alg: 'RS256',
};

/** A real provider on this machine, in which one signs in by typing any name. */
export class IdentityProvider {
  #server!: Server;
  issuer = '';

  async open(): Promise<void> {
    this.#server = createServer();
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.issuer = `http://localhost:${(this.#server.address() as AddressInfo).port}`;
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [`${ORIGIN}/api/v1/oidc/callback`],
        },
      ],
      pkce: { required: () => true },
      cookies: { keys: ['for-this-test-alone'] },
      jwks: { keys: [SIGNING] },
      findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    });
    const answer = provider.callback();
    this.#server.on('request', (request, response) => void answer(request, response));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Goes through the provider's pages as somebody, and gives the address to which it sends the browser back. */
  async visit(start: string, subject: string): Promise<string> {
    const cookies = new Map<string, string>();
    const go = async (url: string, form?: Record<string, string>): Promise<Response> => {
      const answer = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      for (const each of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(each)!;
        cookies.set(name!, value!);
      }
      return answer;
    };
    let answer = await go(start);
    for (let steps = 0; steps < 12; steps += 1) {
      const next = answer.headers.get('location');
      if (next?.startsWith(ORIGIN)) return next;
      // oxlint-disable no-await-in-loop -- each page leads to the next
      if (next) {
        answer = await go(new URL(next, this.issuer).href);
        continue;
      }
      const page = await answer.text();
      const [, action] = /action="([^"]+)"/.exec(page) ?? [];
      if (action === undefined) throw new Error(`the provider asks something else: ${page}`);
      const login = page.includes('name="login"');
      const form: Record<string, string> = login
        ? { prompt: 'login', login: subject, password: 'any' }
        : { prompt: 'consent' };
      answer = await go(new URL(action, this.issuer).href, form);
      // oxlint-enable no-await-in-loop
    }
    throw new Error('the provider never sent the browser back');
  }
}
