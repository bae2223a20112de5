/** Whatever is sent to whichever address: an answer that says what is wrong, never a failure of the server. */
import * as fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALLIANCE } from '../../../kernel/src/consultation/testing/alliance.ts';
import { TODAY } from '../../../kernel/src/authority/testing/sketch.ts';
import { holder } from './testing/holder.ts';
import { nonsense, valueOf, type Schema } from './testing/nonsense.ts';
import { opened, served, type Served } from './testing/served.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Address {
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly body: Schema | undefined;
}

interface Described {
  readonly parameters?: Address['parameters'];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

function addressesOf(server: Served): readonly Address[] {
  const { paths } = server.app.swagger() as unknown as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase() as Method,
      path,
      parameters,
      body: Object.values(requestBody?.content ?? {})[0]?.schema,
    })),
  );
}

const KNOWN = [
  'a-chief a-minister b-chief general council arden borea striking reporting strike aid emergency link tight'.split(
    ' ',
  ),
  ['a-chief/k0', 'a-chief/k1', 'exercise-director', 'k1', 'k2', 'seat:a-chief', 'party:arden', 'public'],
  [ALLIANCE.id, TODAY],
].flat();

/** Strings that mean something to the server: anywhere, and as the parameter of a name. */
interface Vocabulary {
  readonly known: readonly string[];
  readonly meant: Readonly<Record<string, readonly string[]>>;
}

type Headers = Readonly<Record<string, string>>;

interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly payload: string | undefined;
}

const TYPES = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'nothing', 'a/b; c="'];

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function requests(
  { body, parameters, path }: Address,
  base: Headers,
  { known, meant }: Vocabulary,
): fc.Arbitrary<Sent> {
  const values = fc.record(
    Object.fromEntries(
      parameters.map(({ in: place, name, schema }) => [
        name,
        fc.oneof(
          { weight: place === 'path' ? 12 : 1, arbitrary: fc.constantFrom(...(meant[name] ?? known)) },
          { weight: place === 'path' ? 1 : 12, arbitrary: valueOf(schema, known).map(asText) },
        ),
      ]),
    ),
  );
  const payload = fc.oneof(
    { weight: 8, arbitrary: valueOf(body ?? {}, known).map((each) => JSON.stringify(each)) },
    { weight: 1, arbitrary: nonsense.map(asText) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
  const type = fc.oneof(
    { weight: 12, arbitrary: fc.constant('application/json') },
    { weight: 1, arbitrary: fc.constantFrom(...TYPES) },
  );
  return fc.tuple(values, payload, type).map(([given, sent, mediaType]) => {
    const query = new URLSearchParams();
    let url = path;
    const headers: Record<string, string> = { ...base };
    for (const { in: place, name } of parameters) {
      const text = (given[name] as string).toWellFormed();
      if (place === 'path') url = url.replace(`{${name}}`, encodeURIComponent(text));
      else if (place === 'query') query.set(name, text);
      else if (/^[ -~]*$/.test(text)) headers[name] = text;
    }
    if (sent !== undefined) headers['content-type'] = mediaType;
    return { url: `${url}?${query.toString()}`, headers, payload: sent };
  });
}

let demonstration: Served;
let real: Served;
let vocabulary: Vocabulary;
let sender = 0;
beforeAll(async () => {
  demonstration = await served();
  real = await served({ demo: false });
  await real.app.ready();
  const { id } = await holder(real);
  const kase = (await opened(demonstration)).slice('/cases/'.length);
  vocabulary = {
    known: [...KNOWN, kase],
    meant: {
      case: [kase],
      viewer: ['seat:a-chief', 'seat:b-chief', 'seat:general', 'party:arden', 'public'],
      arrangement: [ALLIANCE.id],
      account: [id],
      seat: ['a-chief'],
      key: ['k0', 'k1'],
    },
  };
});
afterAll(async () => {
  await demonstration.close();
  await real.close();
});

/** Sends it and takes what comes first; a stream of updates goes on until it is let go. */
async function answer(
  server: Served,
  method: Method,
  { headers, payload, url }: Sent,
): Promise<LightMyRequestResponse> {
  sender += 1;
  const response = await server.app.inject({
    method,
    url,
    // Everybody else’s address is another, so that nobody has sent too much.
    remoteAddress: `127.0.${sender >> 8}.${sender & 255}`,
    headers: { host: '127.0.0.1:4730', ...headers },
    ...(payload === undefined ? {} : { payload }),
    payloadAsStream: true,
  });
  response.stream().destroy();
  return response;
}

const NOBODY = async (): Promise<Headers> => ({});
const SECRETARIAT = async (): Promise<Headers> => {
  const { authorization } = await holder(real, { role: 'secretariat' });
  return { authorization };
};

test.each([
  ['a demonstration, to whoever is at the machine,', () => demonstration, NOBODY],
  ['a server with accounts, to nobody,', () => real, NOBODY],
  ['a server with accounts, to somebody of the secretariat,', () => real, SECRETARIAT],
])('no request makes %s fail', async (_, at, who) => {
  const server = at();
  for (const address of addressesOf(server)) {
    // oxlint-disable-next-line no-await-in-loop -- What was sent before may have ended all that somebody holds.
    const sent = requests(address, await who(), vocabulary);
    // oxlint-disable-next-line no-await-in-loop -- One address after the other.
    await fc.assert(
      fc.asyncProperty(sent, async (each) => {
        const { headers, statusCode } = await answer(server, address.method, each);
        expect(statusCode).toBeLessThan(500);
        if (statusCode >= 400) expect(headers['content-type']).toContain('application/problem+json');
      }),
      { numRuns: 25 },
    );
  }
});
