/**
 * How soon the engine heeds an abort, and how often it tells how far it is: `node bench/interrupt.ts <folder of trees> [tree…]`. Every
 * question is asked of every tree, also for the smallest sets. A poll is both: the engine asks whether to stop, and reports. So the
 * longest time between two polls of a phase bounds both; that an abort then ends the work is seen by aborting each tree at five moments.
 * Of all trees it writes docs/benchmarks.md; of chosen ones it only prints.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeOf, readOpenPsa, solve, treeCircuit, type TreeCircuit } from '@foedus/kernel/fault-tree';
import { machine } from './measure.ts';
import { table, writeSection } from './page.ts';

/** Milliseconds that an abort and the next report may take. */
const GOALS = { abort: 50, progress: 250 };
const BUDGET = 20_000_000;
const LISTED = 100;
const ABORTS = 5;

/** The longest time between two polls, and in which phase it was. */
interface Gap {
  readonly milliseconds: number;
  /** Of the processor's, for this thread alone: on a busy machine the rest went to others. */
  readonly worked: number;
  readonly phase: string;
}

/** Milliseconds of the processor's that this thread has had. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function load(file: string): TreeCircuit {
  const tree = readOpenPsa(file, readFileSync(file));
  const circuit = tree.ok ? treeCircuit(tree.value) : tree;
  if (!circuit.ok) throw new Error(JSON.stringify(circuit.faults[0]));
  return circuit.value;
}

/** Asks everything; `poll` is called with each report, and ends the work by saying true. Gives whether it was ended. */
function askAll({ circuit, root, probabilities }: TreeCircuit, poll: (phase: string) => boolean): boolean {
  let phase = 'build';
  const solved = solve(circuit, root, {
    budget: BUDGET,
    progress: (report) => void (phase = report.phase),
    signal: () => poll(phase),
  });
  if (!solved.ok) return solved.refusal.code === 'aborted';
  const solution = solved.value;
  for (const sets of [() => solution.minimalSets(), () => solution.minimalBlockingSets()]) {
    const found = sets();
    const listed = outcomeOf(() => {
      if (!found.ok) return [];
      return [found.value.bySize, found.value.smallestFirst().take(LISTED).toArray()];
    });
    for (const each of [found, listed]) if (!each.ok && each.refusal.code === 'aborted') return true;
  }
  const outcomes = [
    () => (probabilities ? solution.conditional(probabilities) : undefined),
    () => solution.banzhaf(),
    () => solution.shapleyShubikDecimals(),
  ];
  return outcomes.some((ask) => {
    const outcome = ask();
    return outcome?.ok === false && outcome.refusal.code === 'aborted';
  });
}

function longestGap(tree: TreeCircuit): { readonly gap: Gap; readonly seconds: number } {
  const start = performance.now();
  let last = start;
  let lastWorked = worked();
  let gap: Gap = { milliseconds: 0, worked: 0, phase: '' };
  const poll = (phase: string): boolean => {
    const now = performance.now();
    const nowWorked = worked();
    const milliseconds = now - last;
    if (milliseconds > gap.milliseconds) gap = { milliseconds, worked: nowWorked - lastWorked, phase };
    last = now;
    lastWorked = nowWorked;
    return now - start > LONGEST * 1000;
  };
  askAll(tree, poll);
  poll('end');
  return { gap, seconds: (performance.now() - start) / 1000 };
}

/** Seconds after which a tree has shown enough. */
const LONGEST = 60;

/** The longest time from an abort to the end of the work. */
function longestAbort(tree: TreeCircuit, seconds: number): number {
  let longest = 0;
  for (let turn = 0; turn < ABORTS; turn += 1) {
    const at = performance.now() + (1000 * seconds * (turn + 0.5)) / ABORTS;
    if (askAll(tree, () => performance.now() >= at)) longest = Math.max(longest, performance.now() - at);
  }
  return longest;
}

const [folder = join(process.env['FOEDUS_GROUND_TRUTH'] ?? '', 'aralia'), ...chosen] = process.argv.slice(2);
const trees = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => name.replace(/\.xml$/, ''))
  .filter((name) => chosen.length === 0 || chosen.includes(name));
const rows = trees.map((tree) => {
  const loaded = load(join(folder, `${tree}.xml`));
  const { gap, seconds } = longestGap(loaded);
  const abort = longestAbort(loaded, Math.min(seconds, 5));
  console.log(tree, seconds.toFixed(2), gap, abort.toFixed(1));
  return { tree, seconds, gap, abort };
});
const told = rows.map(({ tree, seconds, gap, abort }) => [
  tree,
  seconds > LONGEST ? `> ${LONGEST}` : seconds.toFixed(2),
  gap.milliseconds.toFixed(1),
  gap.worked.toFixed(1),
  gap.phase,
  abort.toFixed(1),
]);
const worst = {
  abort: Math.max(...rows.map(({ abort }) => abort)).toFixed(1),
  gap: Math.max(...rows.map(({ gap }) => gap.milliseconds)).toFixed(1),
};
const summary = `An abort was heeded within **${worst.abort} ms** (goal: ${GOALS.abort}), and a report came every **${worst.gap} ms** or sooner (goal: ${GOALS.progress}).`;
console.log(summary);
if (chosen.length === 0) {
  const head = ['tree', 'seconds', 'longest gap', 'of these worked', 'in phase', 'longest abort'];
  const text = `Made by \`node bench/interrupt.ts <folder of trees>\`. Every question that the engine knows is asked of every tree, until ${LONGEST} s are over, with the smallest
${LISTED} sets and power indices whatever they take. At a poll the engine reports how far it is, and asks whether to stop. _Longest gap_: milliseconds
between two polls, and how many of these the thread had the processor. _Longest abort_: milliseconds from an abort until the engine has
returned, of ${ABORTS} at moments spread over the work, or over its first 5 s.

${machine()}.

${table([head, ...told])}

${summary}`;
  writeSection('benchmarks', 'Benchmarks of the engine', 'Interruptions', text);
}
