/** The worked example of docs/api.md: run against a server, and written down as it was answered. */
import { fileURLToPath } from 'node:url';
import { readShelf } from '../../cases/arrangements.ts';
import { StillWorld } from '../../cases/testing/world.ts';
import { served } from './served.ts';

const ARRANGEMENTS = fileURLToPath(new URL('../../../../../arrangements/examples', import.meta.url));
const START = Date.UTC(2026, 10, 23, 9);

interface Step {
  readonly says: string;
  readonly get?: string;
  readonly post?: string;
  readonly body?: object;
  readonly lang?: string;
  /** What of the answer is shown; absent: all of it. */
  readonly shows?: readonly string[];
}

const ON = 'border-exercise';
const ARDEN = 'arden-president';
const BOREA = 'borea-president';
const own = (office: string, key: string): object => ({ key, office });
const forAll = { marking: { to: 'all' } };

const STEPS: readonly Step[] = [
  {
    says: 'Arden’s president opens a case about exercises near the border, under the arrangement as it stands on a day.',
    post: '',
    body: {
      kind: 'live',
      open: {
        type: 'open',
        ...own(ARDEN, 'open'),
        seat: ARDEN,
        arrangement: 'tutorial-two-party',
        frame: { at: '2026-11-23', given: { emergency: false } },
        matters: [ON],
      },
    },
    shows: ['id', 'kind', 'phase', 'viewers'],
  },
  {
    says: 'Arden would decide at once. It may not: it owes Borea a consultation. The answer says so in Korean.',
    post: `/as/seat:${ARDEN}/commands`,
    body: { type: 'decide', ...own(ARDEN, 'decide'), on: ON, ...forAll },
    lang: 'ko',
    shows: ['status', 'code', 'title', 'todo'],
  },
  {
    says: 'So it consults, for all to see.',
    post: `/as/seat:${ARDEN}/commands`,
    body: {
      type: 'consult',
      ...own(ARDEN, 'consult'),
      on: ON,
      to: BOREA,
      text: 'Three days in May.',
      ...forAll,
    },
  },
  {
    says: 'Borea states its position, for its own staff first.',
    post: `/as/seat:${BOREA}/commands`,
    body: {
      type: 'position',
      ...own(BOREA, 'note'),
      about: `${ARDEN}/consult`,
      text: 'Not in the week of the election.',
      marking: { to: 'party', party: 'borea' },
    },
  },
  {
    says: 'It releases it to Arden, too.',
    post: `/as/seat:${BOREA}/commands`,
    body: {
      type: 'release',
      ...own(BOREA, 'release'),
      about: `${BOREA}/note`,
      marking: { to: 'parties', parties: ['arden', 'borea'] },
    },
  },
  {
    says: 'Arden is told of it, after what it had been told before. `/updates` tells the same as it happens.',
    get: `/as/seat:${ARDEN}/history?after=3`,
    shows: ['updates', 'cursor'],
  },
  {
    says: 'Now the decision is proper.',
    post: `/as/seat:${ARDEN}/commands`,
    body: { type: 'decide', ...own(ARDEN, 'decide'), on: ON, text: 'Three days in June.', ...forAll },
  },
  {
    says: 'The public sees what is marked to all.',
    get: '/as/public/search?q=days',
    shows: ['items'],
  },
  {
    says: 'Arden, who opened the case, closes it.',
    post: `/as/seat:${ARDEN}/commands`,
    body: { type: 'close', ...own(ARDEN, 'close') },
  },
];

/** Runs the steps; gives the example in Markdown, and the statuses of the answers. */
export async function workedExample(): Promise<{
  readonly text: string;
  readonly statuses: readonly number[];
}> {
  const world = new StillWorld(START);
  const server = await served({ world, shelf: readShelf(ARRANGEMENTS) });
  let path = '/cases';
  const parts: string[] = [];
  const statuses: number[] = [];
  for (const { body, get, lang, post, says, shows } of STEPS) {
    world.pass(60_000);
    const headers = lang === undefined ? {} : { 'accept-language': lang };
    const to = `${path}${get ?? post}`;
    // Each step goes on from the one before.
    // oxlint-disable-next-line no-await-in-loop
    const answer = get === undefined ? await server.post(to, body, headers) : await server.get(to, headers);
    const json = answer.json<Record<string, unknown>>();
    statuses.push(answer.statusCode);
    const request = [
      `${get === undefined ? 'POST' : 'GET'} /api/v1${to}`,
      ...(lang === undefined ? [] : [`Accept-Language: ${lang}`]),
      ...(body ? ['', JSON.stringify(body, null, 1)] : []),
    ].join('\n');
    const shown = shows ? Object.fromEntries(shows.map((name) => [name, json[name]])) : json;
    parts.push(
      `${says}\n\n\`\`\`http\n${request}\n\`\`\`\n\n\`\`\`json\n${JSON.stringify(shown, null, 1)}\n\`\`\`\n`,
    );
    if (path === '/cases') path = `/cases/${String(json['id'])}`;
  }
  await server.close();
  return { text: parts.join('\n'), statuses };
}
