/** What is to be solved: a fault tree or a voting game from a file, or an outcome of an arrangement. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readOutcome, showAct, type Effect, type Level } from '@foedus/kernel';
import {
  describeMefFault,
  gameCircuit,
  outcomeCircuit,
  readGame,
  readOpenPsa,
  treeCircuit,
  type Circuit,
  type Gate,
  type MefResult,
} from '@foedus/kernel/engine';
import { EXIT } from '../../exit.ts';
import { frameOf, type FrameOptions } from '../../frame.ts';
import { library } from '../../load/library.ts';
import { open, orStop } from '../../load/open.ts';
import { say } from '../../messages.ts';
import { showPlace } from '../../output/faults.ts';
import { orRefuse } from '../../refuse.ts';
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

export function subjectOf(shell: Shell, file: string | undefined, options: SubjectOptions): Subject {
  if ((file === undefined) === (options.arrangement === undefined)) throw misuse(saySolve('one-subject'));
  return file === undefined ? ofArrangement(shell, options) : ofFile(shell, file, options);
}

function ofFile(shell: Shell, file: string, options: SubjectOptions): Subject {
  const useless = (['outcome', 'effect', 'level', 'extent', 'at', 'reading', 'given'] as const).find(
    (key) => options[key] !== undefined,
  );
  if (useless) throw misuse(saySolve('only-arrangement', { option: `--${useless}` }));
  const content = contentOf(shell, file);
  // JSON begins with a bracket, XML never does.
  const isGame = /^[\uFEFF\s]*[{[]/.test(new TextDecoder().decode(content.subarray(0, 200)));
  if (!isGame) {
    const tree = orTell(shell, readOpenPsa(file, content));
    const { circuit, root, top, events, probabilities, gates } = orTell(
      shell,
      treeCircuit(tree, options.top),
    );
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
  if (options.top !== undefined) throw misuse(saySolve('only-tree', { option: '--top' }));
  const game = orStop(shell, readGame(file, content));
  // One for each rule, and one that says that all must be met.
  const gates = game.rules.length + (game.rules.length > 1 ? 1 : 0);
  const { name, players: variables } = game;
  return { kind: 'game', name, top: name, variables, gates, ...gameCircuit(game) };
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

function ofArrangement(shell: Shell, options: SubjectOptions): Subject {
  if (options.top !== undefined) throw misuse(saySolve('only-tree', { option: '--top' }));
  if (options.outcome === undefined) throw misuse(saySolve('outcome-lacking'));
  const { arrangement } = open(shell, library(shell.cwd), options.arrangement!);
  const outcome = orStop(shell, readOutcome(options.outcome, arrangement));
  const { circuit, root, players, gates } = orRefuse(
    outcomeCircuit(arrangement, frameOf(options), {
      outcome,
      effect: options.effect ?? 'valid',
      level: options.level ?? 'seat',
      extent: options.extent ?? 'every',
    }),
  );
  return {
    kind: 'arrangement',
    name: arrangement.id,
    top: showAct(outcome),
    circuit,
    root,
    variables: players,
    gates,
  };
}
