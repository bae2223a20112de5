/** `foedus solve`: a fault tree, a voting game or an outcome of an arrangement, with everything that the engine knows of it. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EXIT, type Exit } from '../exit.ts';
import { printJson } from '../output/json.ts';
import type { SolveOutput } from '../schema/solve.ts';
import type { Shell } from '../shell.ts';
import { Stop } from '../stop.ts';
import type { Order, Report } from './solve/messages.ts';
import { printSolved } from './solve/print.ts';
import { ProgressLine } from './solve/progress.ts';
import type { SubjectOptions } from './solve/subject.ts';
import { saySolve } from './solve/words.ts';

export interface SolveCommandOptions extends SubjectOptions {
  readonly list?: number;
  readonly budget?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly power?: boolean;
  readonly mef?: string;
  readonly json?: boolean;
}

export async function solve(
  shell: Shell,
  file: string | undefined,
  options: SolveCommandOptions,
): Promise<Exit> {
  const { cwd, lang } = shell;
  const found = await solved({ cwd, lang, file, options, progress: process.stderr.isTTY });
  if (options.json) printJson(shell, found);
  else printSolved(shell, found);
  for (const { part, message } of found.refused) {
    shell.err.print(`${saySolve(`part-${part}`)[lang]}: ${message[lang]}`);
  }
  return found.refused.length > 0 ? EXIT.refused : EXIT.ok;
}

/**
 * Where Node keeps what it has compiled, unless told otherwise. A thread looks there only if its environment says so; without it, it would
 * take the types out of all its files each time.
 */
const NODE_COMPILE_CACHE = join(tmpdir(), 'node-compile-cache');

/** What a worker finds. Ctrl-C ends the worker, and the command with a stop. */
async function solved(order: Order): Promise<SolveOutput> {
  const worker = new Worker(new URL('solve/worker.ts', import.meta.url), {
    workerData: order,
    env: { NODE_COMPILE_CACHE, ...process.env },
  });
  const line = new ProgressLine(order.lang);
  const { promise, resolve, reject } = Promise.withResolvers<SolveOutput>();
  const interrupt = (): void => reject(new Stop(EXIT.interrupted, saySolve('interrupted')));
  let last: Report | undefined;
  process.once('SIGINT', interrupt);
  worker.on('message', (report: Report) => {
    last = report;
    if (report.type === 'progress') line.show(report.progress, report.seconds);
  });
  worker.on('error', reject);
  // Not before its end: only then is all out that it printed of faults in the file.
  worker.on('exit', () => {
    if (last?.type === 'found') resolve(last.found);
    else if (last?.type === 'stopped') reject(new Stop(last.exit, last.says, last.hint));
    else reject(new Error('the worker ended without an answer'));
  });
  try {
    return await promise;
  } finally {
    process.off('SIGINT', interrupt);
    line.end();
    await worker.terminate();
  }
}
