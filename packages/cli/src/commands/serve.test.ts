import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXIT } from '../exit.ts';
import { COMMAND, fixture, foedus } from '../testing/foedus.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foedus-serve-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A server as a process of its own, with what it prints first. */
async function serving(...args: readonly string[]) {
  const child = execFile(
    process.execPath,
    [COMMAND, 'serve', '--port', '0', '--data', folder, '--log', 'silent', ...args],
    { cwd: fixture('good'), env: { PATH: process.env['PATH'] } },
  );
  const lines: string[] = [];
  const reader = createInterface(child.stdout!).on('line', (line) => lines.push(line));
  await once(reader, 'line');
  const url = /http:\/\/[\w.:]+/.exec(lines[0]!)![0];
  return {
    url,
    lines,
    async end(signal: NodeJS.Signals): Promise<number | null> {
      child.kill(signal);
      await once(child, 'close');
      return child.exitCode;
    },
  };
}

test('it says where it is reached, answers there, and ends cleanly when it is told to', async () => {
  const server = await serving('--demo', '--lang', 'ko');
  expect(server.lines[0]).toBe(`Foedus 접속 주소: ${server.url}`);
  const answer = await fetch(`${server.url}/api/v1/arrangements`);
  expect(answer.headers.get('foedus-demo')).toBe('true');
  expect(await server.end('SIGTERM')).toBe(EXIT.ok);
  expect(server.lines.at(-1)).toBe('수신을 확인한 모든 내용이 보관되어 있습니다. Foedus를 종료했습니다.');
});

test('for a program it prints one line of JSON; an interruption from the keyboard ends it as cleanly', async () => {
  const server = await serving('--json');
  expect(await server.end('SIGINT')).toBe(EXIT.ok);
  expect(server.lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ url: server.url, demo: false }]);
});

test('a second server is told that the folder is in use, or that the port is taken', async () => {
  const server = await serving();
  const { port } = new URL(server.url);
  const locked = await foedus(fixture('good'), 'serve', '--port', '0', '--data', folder, '--log', 'silent');
  expect([locked.exit, locked.out]).toEqual([EXIT.usage, '']);
  expect(locked.err).toContain('folder');
  const other = join(folder, 'other');
  const taken = await foedus(fixture('good'), 'serve', '--port', port, '--data', other, '--log', 'silent');
  expect([taken.exit, taken.out]).toEqual([EXIT.usage, '']);
  expect(taken.err).toContain(`Something listens on port ${port} of 127.0.0.1 already.`);
  await server.end('SIGTERM');
});

test.each([
  ['a demonstration beyond this machine', ['--demo', '--host', '0.0.0.0'], 'listens on this machine only'],
  ['a port that is none', ['--port', 'http'], '“http” is not a port'],
  [
    'a database that does not answer',
    ['--database-url', 'postgresql://foedus@127.0.0.1:1/none'],
    'PostgreSQL',
  ],
])('%s is refused with what to do', async (_, args, says) => {
  const { err, exit, out } = await foedus(fixture('good'), 'serve', '--data', folder, ...args);
  expect([exit, out]).toEqual([EXIT.usage, '']);
  expect(err).toContain(says);
  expect(err).not.toContain('    at ');
});

test('claims that fail are told before it listens, and hold nothing up', async () => {
  const child = execFile(
    process.execPath,
    [COMMAND, 'serve', '--check', '--port', '0', '--data', folder, '--log', 'silent'],
    { cwd: fixture('failing'), env: { PATH: process.env['PATH'] } },
  );
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout!)) {
    lines.push(line);
    if (line.startsWith('Foedus is reached')) child.kill('SIGTERM');
  }
  expect(lines.some((line) => line.includes('✗'))).toBe(true);
});
