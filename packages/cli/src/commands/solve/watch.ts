/** The clock beside the engine: it ends the work when its time is over, and tells how far it is. */
import type { Progress, SolveOptions } from '@foedus/kernel/fault-tree';
import type { Shell } from '../../shell.ts';
import { saySolve } from './words.ts';

/** Milliseconds between two reports, at least; with what the engine takes between two looks it stays well below a quarter of a second. */
const EVERY = 100;

export interface Watch {
  readonly options: SolveOptions;
  /** Takes the line of progress away. */
  readonly end: () => void;
}

/**
 * The engine works on the main thread, so nothing stands in the way of Ctrl-C: the process ends as it always does. A deadline is asked
 * for by the engine at short intervals. Progress goes to a terminal only.
 */
export function watch(shell: Shell, budget: number, seconds: number | undefined): Watch {
  const start = performance.now();
  const deadline = seconds === undefined ? Infinity : start + seconds * 1000;
  const { stderr } = process;
  let shown = start;
  let wide = 0;
  const tell = (report: Progress): void => {
    const now = performance.now();
    if (now - shown < EVERY) return;
    shown = now;
    const line = saySolve('progress', {
      phase: saySolve(`phase-${report.phase}`),
      order: report.order,
      nodes: report.nodes,
      percent: Math.floor((100 * report.nodes) / report.budget),
      seconds: Math.round((now - start) / 1000),
    })[shell.lang];
    stderr.write(`\r${line.padEnd(wide)}`);
    wide = line.length;
  };
  return {
    options: {
      budget,
      ...(seconds === undefined ? {} : { signal: () => performance.now() >= deadline }),
      ...(stderr.isTTY ? { progress: tell } : {}),
    },
    end: () => {
      if (wide > 0) stderr.write(`\r${' '.repeat(wide)}\r`);
    },
  };
}
