/** Passkeys in a real browser, with the authenticator that Chromium plays, against a whole server on this machine. */
/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withConsole } from '../open.ts';
import { findChromium } from '../../documents/index.ts';
import { startServer, type Started } from '../../server.ts';

const ARRANGEMENTS = fileURLToPath(new URL('../../../../../arrangements/examples', import.meta.url));
const CHROMIUM = findChromium();

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

type Step = 'create' | 'get';

/** What a page does: asks for options, lets the browser answer them, and sends the answer. */
async function answers(page: Page, step: Step, base: string, sent: object): Promise<Answer> {
  return page.evaluate(
    async ({ base, sent, step }) => {
      const post = async (path: string, body: object): Promise<Answer> => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
        return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
      };
      const begun = await post(`${base}/options`, sent);
      if (begun.status !== 200) return begun;
      const create = step === 'create';
      const given = (create ? begun.body['options'] : begun.body) as PublicKeyCredentialRequestOptionsJSON &
        PublicKeyCredentialCreationOptionsJSON;
      const made = create
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(given),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(given),
          });
      const response = (made as PublicKeyCredential).toJSON() as object;
      return post(base, create ? { ...sent, label: 'Key', response } : response);
    },
    { base, sent, step },
  );
}

const who = async (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const session = (await (await fetch('/api/v1/session')).json()) as { principal: { name: string } | null };
    return session.principal?.name ?? null;
  });

describe.skipIf(CHROMIUM === undefined)('in Chromium', () => {
  let folder: string;
  let server: Started;
  let browser: Browser;
  let page: Page;
  let devices: CDPSession;
  let authenticatorId: string;
  let invitation: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'foedus-passkeys-'));
    const settings = {
      dataFolder: join(folder, 'data'),
      databaseUrl: undefined,
      origin: 'http://localhost',
      arrangements: 'arrangements',
      now: () => Date.now() as never,
    };
    const { link } = await withConsole(settings, async (accounts) => accounts.add('kim', '김민서'));
    invitation = new URL(link).hash.slice(1);
    server = await startServer({
      host: '127.0.0.1',
      port: 0,
      data: settings.dataFolder,
      demo: false,
      arrangements: ARRANGEMENTS,
      scenarios: 'scenarios',
      rateLimit: 1000,
      log: 'silent',
    });
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
    // Any answer of the server is a page of its origin.
    await page.goto(`${server.url}/health`);
    devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    ({ authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    }));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true });
  });

  test('the server is reached by a name, to which browsers bind passkeys', () => {
    expect(new URL(server.url).hostname).toBe('localhost');
  });

  test('an invitation is taken up with a passkey, once, and its holder is signed in', async () => {
    const enrol = () => answers(page, 'create', '/api/v1/passkeys/enrolment', { invitation });
    expect(await enrol()).toMatchObject({ status: 201, body: { name: '김민서' } });
    expect(await who(page)).toBe('김민서');
    const { credentials } = await devices.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);
    await page.context().clearCookies();
    expect(await enrol()).toMatchObject({ status: 403, body: { code: 'bad-invitation' } });
  });

  test('later the passkey alone signs in, without a name being typed, and no script reads the session', async () => {
    expect(await who(page)).toBeNull();
    const signIn = () => answers(page, 'get', '/api/v1/passkeys/sign-in', {});
    expect(await signIn()).toMatchObject({ status: 200, body: { name: '김민서' } });
    expect(await who(page)).toBe('김민서');
    expect(await page.evaluate(() => document.cookie)).toBe('');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'foedus', httpOnly: true, sameSite: 'Strict' });
  });

  test('somebody whom the authenticator does not recognise is not signed in', async () => {
    await page.context().clearCookies();
    await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await expect(answers(page, 'get', '/api/v1/passkeys/sign-in', {})).rejects.toThrow('NotAllowedError');
    expect(await who(page)).toBeNull();
  });
});
