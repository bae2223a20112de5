import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { COMMAND } from './testing/foedus.ts';

/** Tells of every module that is loaded. */
const TELL =
  "import { registerHooks } from 'node:module';" +
  "registerHooks({ load: (url, context, next) => (process.stderr.write(url + '\\n'), next(url, context)) });";

test('to say what commands there are, nothing is loaded of the kernel but its texts', () => {
  const hook = `data:text/javascript,${encodeURIComponent(TELL)}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', hook, COMMAND, '--help'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect(stdout).toContain('solve');
  const loaded = stderr.split('\n');
  expect(loaded.filter((url) => url.includes('/kernel/src/text/'))).not.toEqual([]);
  expect(loaded.filter((url) => /\/kernel\/src\/(?!text\/)|\/(zod|yaml)\//.test(url))).toEqual([]);
});
