import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { record } from '@foedus/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foedus } from '../testing/foedus.ts';
import { makeRecord } from '../../../server/src/record/testing/make-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'foedus-verify-'));
const PACT = 'node.example/live/pact';
const ARDEN = `${PACT}/party/arden/shared`;

beforeAll(async () => {
  await makeRecord(join(folder, 'data'));
  await foedus(folder, 'record', 'export', 'data', '-o', 'shared');
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Found {
  readonly ok: boolean;
  readonly trust: string;
  readonly logs: readonly { readonly origin: string; readonly entries: number; readonly documents: object }[];
  readonly fault: { readonly code: string; readonly log: string; readonly entry: number } | null;
}
const verify = async (...args: readonly string[]): Promise<Found & { readonly exit: number }> => {
  const { out, exit } = await foedus(folder, 'verify', ...args, '--json');
  return { ...(JSON.parse(out) as Found), exit };
};
const textsIn = (path: string): string =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
    .join();

describe('an export', () => {
  test('for everybody holds what is shared, and nothing of what is not', async () => {
    const { logs, ok, trust } = await verify('shared');
    expect([ok, trust]).toEqual([true, 'enclosed']);
    expect(logs.map(({ origin, entries }) => [origin, entries])).toEqual([
      [`${PACT}/common/shared`, 1],
      [ARDEN, 1],
      [`${PACT}/party/borea/shared`, 2],
    ]);
    expect(logs[2]!.documents).toEqual({ held: 1, elsewhere: 0 });
    expect(textsIn(join(folder, 'shared'))).toContain('annex annex');
    expect(textsIn(join(folder, 'shared'))).not.toMatch(/arden-only|borea-only|two-seats-only|own|limited/);
  });

  test('for a party holds its own besides, and nothing of the other’s', async () => {
    const run = await foedus(folder, 'record', 'export', 'data', '--party', 'arden', '-o', 'arden.tar');
    expect(run.exit).toBe(0);
    const { logs } = await verify('arden.tar');
    expect(logs.map(({ origin }) => origin)).toContain(`${PACT}/party/arden/own`);
    const held = readFileSync(join(folder, 'arden.tar'), 'latin1');
    expect(held).toContain('arden-only');
    expect(held).not.toMatch(/borea-only|two-seats-only/);
  });

  test('of everything is for whoever runs the server', async () => {
    await foedus(folder, 'record', 'export', 'data', '--all', '-o', 'all');
    expect((await verify('all')).logs).toHaveLength(6);
    expect(textsIn(join(folder, 'all'))).toMatch(/two-seats-only/);
  });

  test('of an export is the same again, and never written over another', async () => {
    const run = await foedus(folder, 'record', 'export', 'shared', '-o', 'again');
    expect([run.exit, textsIn(join(folder, 'again'))]).toEqual([0, textsIn(join(folder, 'shared'))]);
    const over = await foedus(folder, 'record', 'export', 'shared', '-o', 'again');
    expect([over.exit, over.err]).toEqual([2, expect.stringContaining('nothing is written over')]);
  });

  test('is an archive that tar reads', () => {
    const listed = execFileSync('tar', ['-tf', join(folder, 'arden.tar')], { encoding: 'utf8' });
    expect(listed.split('\n')).toContain(`${ARDEN}/checkpoint`);
    const files = record.tarFiles(readFileSync(join(folder, 'arden.tar')))!;
    expect(Buffer.from(record.tarBytes(files))).toEqual(readFileSync(join(folder, 'arden.tar')));
    expect(record.tarFiles(readFileSync(join(folder, 'arden.tar')).subarray(0, -3000))).toBeUndefined();
    expect(record.tarFiles(Buffer.from('no archive at all'.repeat(100)))).toBeUndefined();
  });

  test('that an earlier version made verifies for ever', async () => {
    const kept = fileURLToPath(new URL('../testing/good/record.tar', import.meta.url));
    const { ok, logs } = await verify(kept);
    expect([ok, logs.map(({ entries }) => entries)]).toEqual([true, [1, 1, 2]]);
  });
});

describe('foedus verify', () => {
  const broken = async (change: (path: string) => void): Promise<Found & { readonly exit: number }> => {
    rmSync(join(folder, 'broken'), { recursive: true, force: true });
    cpSync(join(folder, 'shared'), join(folder, 'broken'), { recursive: true });
    change(join(folder, 'broken'));
    return verify('broken');
  };
  const edit = (path: string, from: string, to: string): void =>
    writeFileSync(path, readFileSync(path, 'latin1').replace(from, to), 'latin1');

  test('names the first entry that is wrong, with its log', async () => {
    const bundle = `${PACT}/party/borea/shared/tile/entries/000.p/2`;
    expect(await broken((path) => edit(join(path, bundle), 'borea-leader', 'arden-leader'))).toMatchObject({
      ok: false,
      exit: 1,
      fault: { code: 'entry-hash-wrong', log: `${PACT}/party/borea/shared`, entry: 0 },
    });
  });

  test('misses what is missing', async () => {
    expect(await broken((path) => rmSync(join(path, ARDEN, 'tile/0/000.p/1')))).toMatchObject({
      exit: 1,
      fault: { code: 'file-missing', log: ARDEN, entry: 0 },
    });
  });

  test('holds documents to what entries commit to', async () => {
    const spoil = (path: string): void => {
      const [name] = readdirSync(join(path, 'documents'));
      edit(join(path, 'documents', name!), 'annex', 'aNNex');
    };
    expect(await broken(spoil)).toMatchObject({ exit: 1, fault: { code: 'document-wrong', entry: 1 } });
    const { ok, logs } = await broken((path) => rmSync(join(path, 'documents'), { recursive: true }));
    expect([ok, logs[2]!.documents]).toEqual([true, { held: 0, elsewhere: 1 }]);
  });

  test('takes the keys that one brings, and says when they came with the record', async () => {
    cpSync(join(folder, 'shared/trust.json'), join(folder, 'mine.json'));
    expect(await verify('shared', '--trust', 'mine.json')).toMatchObject({ ok: true, trust: 'given' });
    const said = await foedus(folder, 'verify', 'shared');
    expect(said.out).toContain('that the keys are right: they came with the record');
    expect((await foedus(folder, 'verify', 'shared', '--trust', 'mine.json')).out).not.toContain(
      'came with the record',
    );
    writeFileSync(join(folder, 'bad.json'), '{"format":"foedus-trust/1"}');
    const bad = await foedus(folder, 'verify', 'shared', '--trust', 'bad.json');
    expect([bad.exit, bad.err]).toEqual([3, expect.stringContaining('logs')]);
  });

  test.each([
    ['en', 'It does not prove:'],
    ['ko', '증명되지 않는 것:'],
    ['ja', '証明されないこと:'],
  ])('says in %s what is proved and what is not', async (lang, words) => {
    expect((await foedus(folder, 'verify', 'shared', '--lang', lang)).out).toContain(words);
  });

  test('stops where there is no record', async () => {
    expect((await foedus(folder, 'verify', 'nowhere')).exit).toBe(2);
    expect((await foedus(folder, 'verify', 'data/keys')).err).toContain('trust.json');
  });

  test('reads an address as it reads a folder', async () => {
    const server = await serve(join(folder, 'shared'));
    const { port } = server.address() as AddressInfo;
    expect(await verify(`http://127.0.0.1:${port}/`)).toMatchObject({ ok: true, exit: 0 });
    server.close();
    const gone = await foedus(folder, 'verify', `http://127.0.0.1:${port}/`);
    expect([gone.exit, gone.err]).toEqual([2, expect.stringContaining('ECONNREFUSED')]);
  });
});

function serve(path: string): Promise<Server> {
  const server = createServer((request, response) => {
    const file = join(path, decodeURI(request.url!));
    if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(server));
  });
}

const env = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode' };
const hasGo = spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env }).status === 0;

test.skipIf(!hasGo)('Go’s sumdb/note and sumdb/tlog verify every log of an export', () => {
  const source = fileURLToPath(new URL('../../../kernel/src/record/testing/verify.go', import.meta.url));
  const program = join(folder, 'verify');
  execFileSync('go', ['build', '-o', program, source], { env });
  const { logs } = JSON.parse(readFileSync(join(folder, 'shared/trust.json'), 'utf8')) as {
    logs: { origin: string; keys: { key: string }[]; seats: { key: string }[] }[];
  };
  const lines = logs.map(({ origin, keys, seats }) => {
    const path = join(folder, 'shared', origin);
    const args = [path, keys[0]!.key, seats[0]!.key, join(path, 'checkpoint')];
    return execFileSync(program, args, { encoding: 'utf8' }).split(' ').slice(0, 2).join(' ');
  });
  expect(lines).toEqual(['verified 1', 'verified 1', 'verified 2']);
});
