/** What is to be solved: a fault tree or a voting game from a file, or an outcome of an arrangement. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Effect, Level } from '@foedus/kernel';
import {
  describeMefFault,
  readOpenPsa,
  treeCircuit,
  type Circuit,
  type Gate,
  type MefResult,
} from '@foedus/kernel/fault-tree';
import { EXIT } from '../../exit.ts';
import type { FrameOptions } from '../../frame.ts';
import { say } from '../../messages.ts';
import { showPlace } from '../../output/place.ts';
import type { Shell } from '../../shell.ts';
import { misuse, Stop } from '../../stop.ts';
import { saySolve } from './words.ts';

export interface SubjectOptions extends FrameOptions {
  readonly top?: string;
  readonly arrangement?: string;
  readonly outcome?: string;
  readonly effect?: Effect;
  readonly level?: Level;
  readonly extent?: 'every' | 'some';
}

export interface Subject {
  readonly kind: 'fault-tree' | 'game' | 'arrangement';
  readonly name: string;
  readonly top: string;
  readonly circuit: Circuit;
  readonly root: Gate;
  /** The name of each variable. */
  readonly variables: readonly string[];
  readonly probabilities?: readonly number[];
  readonly gates: number;
}

/** The readers of games and arrangements are loaded when one is met: a fault tree needs neither. */
export async function subjectOf(
  shell: Shell,
  file: string | undefined,
  options: SubjectOptions,
): Promise<Subject> {
  if ((file === undefined) === (options.arrangement === undefined)) throw misuse(saySolve('one-subject'));
  if (file === undefined) {
    if (options.top !== undefined) throw misuse(saySolve('only-tree', { option: '--top' }));
    return (await import('./subject-arrangement.ts')).ofArrangement(shell, options);
  }
  const useless = (['outcome', 'effect', 'level', 'extent', 'at', 'reading', 'given'] as const).find(
    (key) => options[key] !== undefined,
  );
  if (useless) throw misuse(saySolve('only-arrangement', { option: `--${useless}` }));
  const content = contentOf(shell, file);
  // JSON begins with a bracket, XML never does.
  const isGame = /^[\uFEFF\s]*[{[]/.test(new TextDecoder().decode(content.subarray(0, 200)));
  if (!isGame) return ofTree(shell, file, content, options.top);
  if (options.top !== undefined) throw misuse(saySolve('only-tree', { option: '--top' }));
  return (await import('./subject-game.ts')).ofGame(shell, file, content);
}

function ofTree(shell: Shell, file: string, content: Uint8Array, wanted: string | undefined): Subject {
  const tree = orTell(shell, readOpenPsa(file, content));
  const { circuit, root, top, events, probabilities, gates } = orTell(shell, treeCircuit(tree, wanted));
  return {
    kind: 'fault-tree',
    name: tree.name,
    top,
    circuit,
    root,
    variables: events,
    gates,
    ...(probabilities ? { probabilities } : {}),
  };
}

function contentOf(shell: Shell, file: string): Uint8Array {
  try {
    return readFileSync(resolve(shell.cwd, file));
  } catch {
    throw misuse(saySolve('no-file', { file }));
  }
}

/** The value; where there are faults, prints them and stops. */
function orTell<T>(shell: Shell, result: MefResult<T>): T {
  if (result.ok) return result.value;
  for (const fault of result.faults) {
    const { err, lang } = shell;
    const code = err.style('red', `error[${fault.code}]`);
    const place = err.style('bold', showPlace(fault.place));
    err.print(`${place}: ${code}: ${describeMefFault(fault)[lang]}`);
  }
  throw new Stop(EXIT.input, say('input-has-errors', { count: result.faults.length }));
}
