/** `foedus solve`: a fault tree, a voting game or an outcome of an arrangement, with everything that the engine knows of it. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { solve as solveCircuit, writeOpenPsa } from '@foedus/kernel/fault-tree';
import { EXIT, type Exit } from '../exit.ts';
import { printJson } from '../output/json.ts';
import type { Shell } from '../shell.ts';
import { misuse, Stop } from '../stop.ts';
import { answer, sayRefusal } from './solve/answer.ts';
import { printSolved } from './solve/print.ts';
import { subjectOf, type Subject, type SubjectOptions } from './solve/subject.ts';
import { watch } from './solve/watch.ts';
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

/** Nodes of diagrams that there may be at any time. */
const BUDGET = 20_000_000;

export async function solve(
  shell: Shell,
  file: string | undefined,
  options: SolveCommandOptions,
): Promise<Exit> {
  const subject = await subjectOf(shell, file, options);
  if (options.mef !== undefined) writeMef(shell, options.mef, subject);
  const budget = options.budget ?? BUDGET;
  const { options: watched, end } = watch(shell, budget, options.timeout);
  const solved = solveCircuit(subject.circuit, subject.root, watched);
  if (!solved.ok) {
    end();
    throw new Stop(EXIT.refused, sayRefusal(solved.refusal));
  }
  const found = answer(subject, solved.value, {
    list: options.list ?? 0,
    budget,
    power: options.power ?? false,
  });
  end();
  if (options.json) printJson(shell, found);
  else printSolved(shell, found);
  for (const { part, message } of found.refused) {
    shell.err.print(`${saySolve(`part-${part}`)[shell.lang]}: ${message[shell.lang]}`);
  }
  return found.refused.length > 0 ? EXIT.refused : EXIT.ok;
}

function writeMef(shell: Shell, path: string, subject: Subject): void {
  const { circuit, root, variables: events, probabilities, name } = subject;
  const text = writeOpenPsa({ name, circuit, root, events, ...(probabilities ? { probabilities } : {}) });
  try {
    writeFileSync(resolve(shell.cwd, path), text);
  } catch (error) {
    throw misuse(
      saySolve('not-written', { file: path, reason: (error as NodeJS.ErrnoException).code ?? '' }),
    );
  }
}
