import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXIT } from '../../exit.ts';
import { COMMAND } from '../../testing/foedus.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-interrupt-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A tree that no order makes easy: every gate shares events with gates all over the tree. */
function hardTree(): string {
  const [gates, events] = [400, 200];
  const gate = (index: number): string => {
    const names = [1, 37, 91].map((step) => (index * step + step * step + (index >> 3)) % events);
    const parts = names.map((name) => `<basic-event name="e${name}"/>`).join('');
    return `<define-gate name="g${index}"><or>${parts}</or></define-gate>`;
  };
  const all = Array.from({ length: gates }, (_, index) => `<gate name="g${index}"/>`).join('');
  const defined = Array.from({ length: gates }, (_, index) => gate(index)).join('');
  return `<opsa-mef><define-fault-tree name="hard"><define-gate name="top"><and>${all}</and></define-gate>${defined}</define-fault-tree></opsa-mef>`;
}

test.each([
  ['en', 'foedus: Ended before the answer was found.\n'],
  ['ko', 'foedus: 답을 찾기 전에 중단되었습니다.\n'],
  ['ja', 'foedus: 答えが出る前に中断されました。\n'],
])('Ctrl-C in the midst of the work ends it with 130 and says so (%s)', async (lang, says) => {
  const [tree, begun] = [join(folder, `${lang}.xml`), join(folder, `${lang}-begun.xml`)];
  writeFileSync(tree, hardTree());
  const args = [COMMAND, 'solve', tree, '--json', '--lang', lang, '--mef', begun];
  const child = spawn(process.execPath, args, { env: { PATH: process.env['PATH'] } });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
  // What is to be solved is written just before the engine begins, which then never waits.
  while (!existsSync(begun) && child.exitCode === null) await wait(10);
  expect(child.exitCode).toBe(null);
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([EXIT.interrupted, null]);
  expect(printed).toEqual({ out: '', err: says });
});
