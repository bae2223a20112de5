/** Runs the real command, as people do. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const COMMAND = fileURLToPath(new URL('../../bin/foedus.js', import.meta.url));

export interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of `testing` with arrangements to run the command in. */
export function fixture(name: 'good' | 'failing' | 'bad'): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Runs `foedus` with arguments in a folder; no language, colour or screen of the machine's gets in. */
export function foedus(cwd: string, ...args: readonly string[]): Promise<Run> {
  return foedusWith({}, cwd, ...args);
}

/** The same, with settings in its environment. */
export function foedusWith(
  settings: Readonly<Record<string, string>>,
  cwd: string,
  ...args: readonly string[]
): Promise<Run> {
  const env = { PATH: process.env['PATH'], ...settings };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [COMMAND, ...args],
      { cwd, env, maxBuffer: 1 << 26 },
      (_, out, err) => done({ exit: child.exitCode ?? -1, out, err }),
    );
  });
}
