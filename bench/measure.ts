/** Measures work by the wall clock, and describes the machine it ran on. */
import { cpus, totalmem } from 'node:os';

export interface Measured {
  readonly runs: number;
  /** Milliseconds. */
  readonly median: number;
  readonly best: number;
  readonly worst: number;
}

/** Does the work so many times, after it has been done a few times to warm up. */
export function measure(runs: number, warm: number, work: () => void): Measured {
  for (let run = 0; run < warm; run += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return { runs, median: times[Math.floor(runs / 2)]!, best: times[0]!, worst: times.at(-1)! };
}

/** `Linux x64, 2 × AMD EPYC, 7.8 GiB, Node v26.10.0`. */
export function machine(): string {
  const [cpu, ...others] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  return `${process.platform} ${process.arch}, ${others.length + 1} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GiB, Node ${process.version}`;
}

/** Prints a row for each measurement, with what it should be under. */
export function report(
  title: string,
  rows: readonly { readonly what: string; readonly goal?: number; readonly of: Measured }[],
): void {
  console.log(`${title}\n${machine()}\n`);
  console.table(
    rows.map(({ what, goal, of }) => ({
      what,
      runs: of.runs,
      'median ms': Number(of.median.toFixed(3)),
      'best ms': Number(of.best.toFixed(3)),
      'worst ms': Number(of.worst.toFixed(3)),
      'goal ms': goal === undefined ? '' : `< ${goal}`,
    })),
  );
}
