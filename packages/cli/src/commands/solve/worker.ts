/**
 * The work of `foedus solve`, on a thread of its own: the engine never waits, and signals reach a process only where it does. So the main
 * thread stays free to answer Ctrl-C.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { solve as solveCircuit, writeOpenPsa } from '@foedus/kernel/fault-tree';
import { EXIT } from '../../exit.ts';
import { paper, type Shell } from '../../shell.ts';
import { misuse, Stop } from '../../stop.ts';
import { answer, sayRefusal } from './answer.ts';
import type { Order, Report } from './messages.ts';
import { subjectOf, type Subject } from './subject.ts';
import { watch } from './watch.ts';
import { saySolve } from './words.ts';

/** Nodes of diagrams that there may be at any time. */
const BUDGET = 20_000_000;

const { cwd, lang, file, options, progress } = workerData as Order;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
const tell = (report: Report): void => parentPort!.postMessage(report);

function writeMef(path: string, subject: Subject): void {
  const { circuit, root, variables: events, probabilities, name } = subject;
  const text = writeOpenPsa({ name, circuit, root, events, ...(probabilities ? { probabilities } : {}) });
  try {
    writeFileSync(resolve(cwd, path), text);
  } catch (error) {
    throw misuse(
      saySolve('not-written', { file: path, reason: (error as NodeJS.ErrnoException).code ?? '' }),
    );
  }
}

async function work(): Promise<void> {
  const shell: Shell = { cwd, lang, out: paper(process.stdout), err: paper(process.stderr) };
  const subject = await subjectOf(shell, file, options);
  if (options.mef !== undefined) writeMef(options.mef, subject);
  const budget = options.budget ?? BUDGET;
  const watched = watch(budget, options.timeout, progress ? tell : undefined);
  const solved = solveCircuit(subject.circuit, subject.root, watched);
  if (!solved.ok) throw new Stop(EXIT.refused, sayRefusal(solved.refusal));
  const list = options.list ?? 0;
  const found = answer(subject, solved.value, { list, budget, power: options.power ?? false });
  tell({ type: 'found', found });
}

try {
  await work();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  const { exit, says, hint } = error;
  tell({ type: 'stopped', exit, says, hint });
}
