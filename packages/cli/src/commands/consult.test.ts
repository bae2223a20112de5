import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { consultation } from '@foedus/kernel';
import { readConfig, startServer, type Started } from '@foedus/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXIT } from '../exit.ts';
import { here } from '../testing/here.ts';
import type { Run } from '../testing/foedus.ts';

const ARRANGEMENTS = fileURLToPath(new URL('../../../../arrangements/examples', import.meta.url));

let folder = '';
let server: Started;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foedus-consult-'));
  const data = join(folder, 'data');
  const config = readConfig(
    { data, port: 0, demo: true, arrangements: ARRANGEMENTS, log: 'silent', rateLimit: 100_000 },
    {},
  );
  if (!config.ok) throw new Error(config.faults[0]!.says.en);
  server = await startServer(config.value);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

type Consult = (...args: readonly string[]) => Promise<Run>;
let files = 0;

/** Opens a consultation of Arden and Borea; gives how one goes on with it. */
async function opened(where: 'on a server' | 'in a file'): Promise<Consult> {
  const file = join(folder, `case-${(files += 1)}.jsonl`);
  const at = where === 'in a file' ? ['--file', file] : ['--server', server.url];
  const made = await here(
    ARRANGEMENTS,
    ...'consult open tutorial-two-party --seat arden-president --on border-exercise --at 2024-01-01'.split(
      ' ',
    ),
    ...at,
    '--key',
    `open-${files}`,
    '--json',
  );
  expect([made.exit, made.err]).toEqual([EXIT.ok, '']);
  const id = (JSON.parse(made.out) as { readonly case?: string }).case;
  return (...args) =>
    here(ARRANGEMENTS, 'consult', ...args, ...at, ...(id === undefined ? [] : ['--case', id]));
}

const CONSULTS = 'consult with borea-president on border-exercise';
const DECIDES = 'decide on border-exercise';
const ARDEN = ['--as', 'arden-president'];
const BOREA = ['--as', 'borea-president'];

describe.each(['on a server', 'in a file'] as const)('%s', (where) => {
  test('two seats hold a whole consultation', async () => {
    const consult = await opened(where);
    const refused = await consult('act', DECIDES, ...ARDEN, '--lang', 'ko');
    expect([refused.exit, refused.out]).toEqual([EXIT.refused, '']);
    expect(refused.err).toContain('보레아 대통령');
    expect(refused.err).toContain('→ consult by arden-president with borea-president on border-exercise');
    expect(refused.err).toContain('treaty, Article 2');
    expect(refused.err).toContain('--departure');

    const watched = consult('watch', ...BOREA, '--lang', 'ja');
    expect((await consult('act', CONSULTS, ...ARDEN, '--text', '演習の件', '--key', 'c1')).exit).toBe(
      EXIT.ok,
    );
    const answered = await consult(
      'act',
      'position',
      ...BOREA,
      '--about',
      'arden-president/c1',
      '--text',
      'ok',
    );
    expect(answered.exit).toBe(EXIT.ok);
    const view = await consult('view', ...ARDEN);
    expect(view.out).toContain('✓ the decision on exercises near the border');
    expect((await consult('act', DECIDES, ...ARDEN)).exit).toBe(EXIT.ok);
    expect((await consult('act', 'close', ...BOREA)).exit).toBe(EXIT.refused);
    expect((await consult('act', 'close', ...ARDEN)).exit).toBe(EXIT.ok);
    const told = await watched;
    expect(told.exit).toBe(EXIT.ok);
    expect(told.out).toContain('“演習の件”');
    expect(told.out.split('\n').at(-1)).toContain('終了');
  });

  test('a departure is asked for, kept with its reason, and told to those passed over', async () => {
    const consult = await opened(where);
    const decided = await consult('act', DECIDES, ...ARDEN, '--departure', 'no time', '--json');
    expect(JSON.parse(decided.out)).toMatchObject({
      ok: true,
      standing: 'departure',
      passedOver: ['borea-president'],
    });
    const view = await consult('view', ...BOREA);
    expect(view.out).toContain('Departure from a duty: no time');
    expect(view.out).toContain('Passed over: President of Borea');
  });

  test('sent again under its key, an act is recorded once; another under the same key is refused', async () => {
    const consult = await opened(where);
    const first = await consult('act', CONSULTS, ...ARDEN, '--key', 'k', '--json');
    expect((await consult('act', CONSULTS, ...ARDEN, '--key', 'k', '--json')).out).toBe(first.out);
    const other = await consult('act', DECIDES, ...ARDEN, '--key', 'k', '--json');
    expect([other.exit, JSON.parse(other.out)]).toMatchObject([
      EXIT.refused,
      { refusal: { code: 'key-reused' } },
    ]);
  });

  test('a party’s own item is shown to nobody else, whatever one asks for', async () => {
    const consult = await opened(where);
    const secret = ['--marking', 'party:arden', '--text', 'for Arden alone', '--key', 'own'];
    await consult('act', CONSULTS, ...ARDEN, '--key', 'c');
    await consult('act', 'position', ...ARDEN, '--about', 'arden-president/c', ...secret);
    expect((await consult('view', '--as', 'party:arden')).out).toContain('for Arden alone');
    for (const as of ['borea-president', 'party:borea', 'public'])
      for (const asked of [['view', '--all'], ['export'], ['replay', '--step', '2']])
        expect((await consult(...asked, '--as', as, '--json')).out).not.toMatch(/for Arden alone|\/own/);
  });

  test('one goes back step by step, and asks what if; neither is a record', async () => {
    const consult = await opened(where);
    await consult('act', CONSULTS, ...ARDEN, '--key', 'c');
    const before = await consult('replay', ...BOREA, '--step', '1', '--json');
    expect((JSON.parse(before.out) as consultation.View).history).toHaveLength(1);
    const decides = { type: 'decide', key: 'd', seat: 'arden-president', office: 'arden-president' };
    const suppose = JSON.stringify({ ...decides, on: 'border-exercise', marking: { to: 'all' } });
    const refused = await consult('fork', suppose, ...BOREA, '--step', '1');
    expect(refused.exit).toBe(EXIT.refused);
    const then = await consult('fork', suppose, ...BOREA, '--step', '3', '--lang', 'ko');
    expect(then.exit).toBe(EXIT.ok);
    expect(then.out).toContain('가정: 기록이 아닙니다.');
    expect((JSON.parse((await consult('view', ...BOREA, '--json')).out) as consultation.View).whatIf).toBe(
      false,
    );
    expect((await consult('replay', ...BOREA, '--step', '99')).exit).not.toBe(EXIT.ok);
  });

  test('what is exported has every item with its marking', async () => {
    const consult = await opened(where);
    await consult('act', CONSULTS, ...ARDEN, '--key', 'c');
    const path = join(folder, 'export.json');
    expect((await consult('export', ...BOREA, '-o', path)).exit).toBe(EXIT.ok);
    const exported: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(exported).toMatchObject({
      format: 'foedus-case/1',
      case: { arrangement: 'tutorial-two-party' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      items: [{ number: 1 }, { id: 'arden-president/c', markings: [{ to: 'all' }] }],
    });
  });
});

describe('a file', () => {
  test('whose last line was cut off has everything that was acknowledged, and goes on', async () => {
    const consult = await opened('in a file');
    await consult('act', CONSULTS, ...ARDEN, '--key', 'c');
    appendFileSync(join(folder, `case-${files}.jsonl`), '{"type":"recorded","at":17');
    expect((await consult('act', DECIDES, ...ARDEN, '--key', 'd')).exit).toBe(EXIT.ok);
    const { history } = JSON.parse((await consult('view', ...ARDEN, '--json')).out) as consultation.View;
    expect(history.map(({ id }) => id).slice(1)).toEqual(['arden-president/c', 'arden-president/d']);
  });

  test('that is none is told apart, and nothing is written over one', async () => {
    const file = join(folder, 'other.txt');
    appendFileSync(file, 'hello\n');
    expect((await here(folder, 'consult', 'view', ...ARDEN, '--file', file)).exit).toBe(EXIT.input);
    expect((await here(folder, 'consult', 'view', ...ARDEN, '--file', 'none')).exit).toBe(EXIT.usage);
    const open =
      'consult open tutorial-two-party --seat arden-president --on border-exercise --at 2024-01-01';
    const over = await here(ARRANGEMENTS, ...open.split(' '), '--file', file);
    expect([over.exit, readFileSync(file, 'utf8')]).toEqual([EXIT.usage, 'hello\n']);
  });
});

test('the server lists its consultations', async () => {
  await opened('on a server');
  const listed = await here(folder, 'consult', 'list', '--server', server.url, '--json');
  expect(JSON.parse(listed.out)).toContainEqual(
    expect.objectContaining({ matters: ['border-exercise'], phase: 'open' }),
  );
});

test.each([
  ['no case', ['view', '--as', 'arden-president']],
  ['a file and a server', ['view', '--as', 'x', '--file', 'x', '--server', 'http://localhost']],
  ['a token for the plain net', ['view', '--as', 'x', '--case', 'x', '--server', 'http://foedus.example']],
  ['nothing to do', []],
])('%s is a misuse', async (_, args) => {
  expect((await here(folder, 'consult', ...args)).exit).toBe(EXIT.usage);
});

test('a command that is none is told why, on a server as in a file', async () => {
  for (const where of ['on a server', 'in a file'] as const) {
    const consult = await opened(where);
    const { exit, err } = await consult('act', 'answer', ...ARDEN);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain('about');
    expect((await consult('act', CONSULTS, ...ARDEN, '--marking', 'nobody')).exit).toBe(EXIT.usage);
  }
});

describe('a document', () => {
  const path = (): string => join(folder, 'annex.txt');
  /** To the last consultation that was opened. */
  const attach = (consult: Consult, ...more: readonly string[]): Promise<Run> => {
    const about = ['--about', `arden-president/open-${files}`, '--marking', 'party:arden'];
    return consult('act', 'position', ...ARDEN, ...about, '--document', path(), ...more, '--json');
  };

  test('is stored and attached in one go, under its name or a title, and shown to those who see the item', async () => {
    writeFileSync(path(), 'The annex.');
    const consult = await opened('on a server');
    expect((await attach(consult, '--key', 'named')).exit).toBe(EXIT.ok);
    expect((await attach(consult, '--key', 'titled', '--title', '부속 문서')).exit).toBe(EXIT.ok);
    const { history } = JSON.parse((await consult('view', '--as', 'party:arden', '--json')).out) as {
      readonly history: consultation.View['history'];
    };
    const documents = history.map(({ command }) => ('document' in command ? command.document : undefined));
    expect(documents.slice(1)).toMatchObject([
      { title: 'annex.txt', mediaType: 'text/plain', size: 10 },
      { title: '부속 문서', mediaType: 'text/plain', size: 10 },
    ]);
    expect((await consult('view', ...BOREA, '--json')).out).not.toContain('annex');
  });

  test('that is not there, or has no place, is refused before anything is sent', async () => {
    writeFileSync(path(), 'The annex.');
    const server = await opened('on a server');
    const absent = await server('act', CONSULTS, ...ARDEN, '--document', join(folder, 'none'));
    expect([absent.exit, absent.err]).toEqual([EXIT.usage, expect.stringContaining('ENOENT')]);
    const file = await attach(await opened('in a file'), '--lang', 'ja');
    expect([file.exit, file.err]).toEqual([EXIT.usage, expect.stringContaining('文書を保存できません')]);
  });
});
