/** Runs a program once: how long until it has said enough, and how much memory it took. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Ran {
  /** Seconds from the start of the process until it ended or had said enough; `undefined` when its time was over before. */
  readonly seconds: number | undefined;
  /** The most memory it had in use, in MB; where the system doesn't tell, 0. */
  readonly megabytes: number;
  readonly exit: number | null;
  readonly out: string;
}

/** What runs now; none outlives this program, however it ends. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

/** Milliseconds between two looks at a process's memory. */
const LOOK = 5;

/** Runs a program; `enough` may say of its output so far that the rest is of no interest, and the program is then ended. */
export function run(
  command: readonly [string, ...string[]],
  limit: number,
  enough: (out: string) => boolean = () => false,
): Promise<Ran> {
  const [program, ...args] = command;
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  running.add(child);
  let out = '';
  let seconds: number | undefined;
  let megabytes = 0;
  const look = (): void => {
    megabytes = Math.max(megabytes, peakOf(child.pid));
  };
  const looking = setInterval(look, LOOK);
  const limiting = setTimeout(() => child.kill('SIGKILL'), limit * 1000);
  const elapsed = (): number => (performance.now() - start) / 1000;
  let over = false;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    if (over) return;
    out += text;
    if (!enough(out)) return;
    over = true;
    look();
    seconds = elapsed();
    child.kill('SIGKILL');
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (exit) => {
      running.delete(child);
      clearInterval(looking);
      clearTimeout(limiting);
      done({ seconds: seconds ?? (exit === null ? undefined : elapsed()), megabytes, exit, out });
    });
  });
}

/** Linux keeps the high-water mark of every process, in kB. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
