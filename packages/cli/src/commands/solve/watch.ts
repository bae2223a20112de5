/** The clock beside the engine: it ends the work when its time is over, and tells how far it is. */
import type { Progress, SolveOptions } from '@foedus/kernel/fault-tree';
import type { Report } from './messages.ts';

/** Milliseconds between two reports, at least; with what the engine takes between two looks it stays well below a quarter of a second. */
const EVERY = 100;

/** The engine asks for the deadline (in seconds from now) at short intervals, and is told of by `tell`, where that is given. */
export function watch(
  budget: number,
  seconds: number | undefined,
  tell: ((report: Report) => void) | undefined,
): SolveOptions {
  const start = performance.now();
  const deadline = seconds === undefined ? Infinity : start + seconds * 1000;
  let told = start;
  const report = (progress: Progress): void => {
    const now = performance.now();
    if (now - told < EVERY) return;
    told = now;
    tell?.({ type: 'progress', progress, seconds: Math.round((now - start) / 1000) });
  };
  return {
    budget,
    ...(seconds === undefined ? {} : { signal: () => performance.now() >= deadline }),
    ...(tell ? { progress: report } : {}),
  };
}
