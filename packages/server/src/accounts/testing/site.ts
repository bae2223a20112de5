/** A server with accounts alone, a clock that tests turn, and people in front of browsers. */
import Fastify, {
  type FastifyInstance,
  type FastifyRequest,
  type InjectOptions,
  type LightMyRequestResponse,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { PACT } from '../../record/testing/pact.ts';
import { tellErrors } from '../../http/errors.ts';
import type { Store } from '../../store/store.ts';
import { MemoryStore } from '../../store/testing/memory.ts';
import { grant } from '../directory.ts';
import { later, type Instant } from '../instant.ts';
import { addAccount } from '../invitation.ts';
import { CONSOLE } from '../keep/audit.ts';
import type { Role } from '../principal.ts';
import { registerAccounts, type Accounts, type AccountsDeps } from '../register.ts';
import { Authenticator } from './authenticator.ts';

export const ORIGIN = 'https://foedus.example';
const START = Date.UTC(2026, 10, 22, 12) as Instant;

export class Site {
  readonly store: Store;
  readonly origin: string;
  readonly app: FastifyInstance;
  now: Instant = START;
  accounts!: Accounts;
  /** The last request that asked who sends it. */
  last: FastifyRequest | undefined;

  private constructor(origin: string, store: Store) {
    this.origin = origin;
    this.store = store;
    this.app = Fastify();
  }

  static async open(given: Partial<AccountsDeps> = {}): Promise<Site> {
    const site = new Site(given.origin ?? ORIGIN, given.store ?? new MemoryStore());
    const { app } = site;
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    tellErrors(app);
    site.accounts = await registerAccounts(app, {
      store: site.store,
      now: () => site.now,
      origin: site.origin,
      demo: false,
      governing: async ({ arrangement, case: id }) =>
        arrangement === PACT.id || id === 'case-1' ? PACT : undefined,
      ...given,
    });
    app.route({
      method: ['GET', 'POST'],
      url: '/api/v1/whoami',
      handler: async (request) => {
        site.last = request;
        return { who: request.principal?.name ?? null, roles: request.principal?.roles ?? [] };
      },
    });
    return site;
  }

  wait(milliseconds: number): void {
    this.now = later(this.now, milliseconds);
  }

  /** An account with roles, made at the console; gives its id and its invitation. */
  async invited(login: string, ...roles: readonly Role[]): Promise<{ id: string; invitation: string }> {
    const by = { by: CONSOLE, at: this.now };
    const { account, invitation } = await addAccount(this.store, { login, name: login.toUpperCase() }, by);
    for (const role of roles)
      // Grants to one account are made one after the other.
      // oxlint-disable-next-line no-await-in-loop
      await grant(this.store, account.id, { role }, by);
    return { id: account.id, invitation };
  }

  /** Somebody who has taken up his invitation in a browser of his own. */
  async person(login: string, ...roles: readonly Role[]): Promise<Browser> {
    const { id, invitation } = await this.invited(login, ...roles);
    const browser = new Browser(this, id);
    await browser.enrol(invitation);
    return browser;
  }
}

type Answer = LightMyRequestResponse;

/** A browser: keeps cookies, says where a request comes from, and sends along the proof that its page has. */
export class Browser {
  readonly site: Site;
  readonly id: string;
  readonly authenticator: Authenticator;
  cookies: Record<string, string> = {};

  constructor(site: Site, id: string, authenticator = new Authenticator(site.origin)) {
    this.site = site;
    this.id = id;
    this.authenticator = authenticator;
  }

  /** Sends a request as it stands, with the cookies, and keeps those that come back. */
  async send(request: InjectOptions): Promise<Answer> {
    const answer = await this.site.app.inject({ ...request, cookies: this.cookies });
    for (const { name, value } of answer.cookies) {
      if (value === '') delete this.cookies[name];
      else this.cookies[name] = value;
    }
    return answer;
  }

  /** As a page of the server does. */
  async ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object | boolean,
  ): Promise<Answer> {
    const url = `/api/v1/${path}`;
    if (method === 'GET') return this.send({ method, url });
    const { csrf } = (await this.send({ method: 'GET', url: '/api/v1/session' })).json<{
      csrf: string | null;
    }>();
    const headers = {
      origin: this.site.origin,
      'sec-fetch-site': 'same-origin',
      ...(csrf === null ? {} : { 'x-foedus-csrf': csrf }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return this.send({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
  }

  async enrol(invitation: string): Promise<Answer> {
    const begun = await this.ask('POST', 'passkeys/enrolment/options', { invitation });
    if (begun.statusCode !== 200) return begun;
    const { options } = begun.json<{ options: Parameters<Authenticator['create']>[0] }>();
    const response = this.authenticator.create(options);
    return this.ask('POST', 'passkeys/enrolment', { invitation, label: 'Key', response });
  }

  async options(): Promise<Parameters<Authenticator['get']>[0]> {
    return (await this.ask('POST', 'passkeys/sign-in/options')).json();
  }

  async signIn(): Promise<Answer> {
    return this.ask('POST', 'passkeys/sign-in', this.authenticator.get(await this.options()));
  }

  async who(): Promise<string | null> {
    return (await this.ask('GET', 'whoami')).json<{ who: string | null }>().who;
  }
}

export function code(answer: Answer): string {
  return answer.statusCode < 300 ? String(answer.statusCode) : answer.json<{ readonly code: string }>().code;
}
