/** How long a list of 5,000 events takes from a spreadsheet to the files of a scenario, and back. `--write` keeps the figures in docs/. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArrangement, exercise, msel, type Arrangement, type Day } from '@foedus/kernel';
import { exportList, importList, readList, type Imported } from '@foedus/server/msel';
import { machine } from './measure.ts';
import { messyList } from './msel-list.ts';

const ROWS = 5000;
const GOAL = 2000;
const RUNS = 5;
const PAGE = fileURLToPath(new URL('../docs/benchmarks-exercises.md', import.meta.url));
const ROOT = fileURLToPath(new URL('../', import.meta.url));

function arrangement(): Arrangement {
  const files = (path: string): Uint8Array | undefined =>
    existsSync(ROOT + path) ? readFileSync(ROOT + path) : undefined;
  const read = readArrangement('arrangements/rok-us/arrangement.yaml', files);
  if (!read.ok) throw new Error('the arrangement has faults');
  return read.value;
}

interface Timed {
  /** Milliseconds, by the clock and by the time of the processor. */
  readonly wall: number;
  readonly busy: number;
}

/** The median of some runs, after one to warm up. What else the machine does shows in the first figure and not in the second. */
function timed(work: () => unknown): Timed {
  work();
  const runs = Array.from({ length: RUNS }, (): Timed => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    work();
    const { system, user } = process.cpuUsage(before);
    return { wall: performance.now() - start, busy: (system + user) / 1000 };
  });
  const median = (of: keyof Timed): number =>
    runs.map((run) => run[of]).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  return { wall: median('wall'), busy: median('busy') };
}

const under = arrangement();
const bytes = messyList(ROWS);
const frame = {
  file: 'list.xlsx',
  arrangement: under.id,
  at: '2026-11-22' as Day,
  arrangementOf: () => under,
  mapping: msel.NO_MAPPING,
};

function imported(): Imported {
  const reply = importList(bytes, frame);
  if (!reply.ok) throw new Error('the list was not imported');
  return reply.value;
}

const { files, reading } = imported();
if (reading.rows.length !== ROWS) throw new Error(`${reading.rows.length} injects`);
const scenario = exercise.readScenario('scenario.yaml', (path) => files.get(path), frame.arrangementOf);
if (!scenario.ok) throw new Error('the scenario has faults');
const rows = [
  {
    what: 'workbook to rows, with the report',
    of: timed(() => readList(bytes, frame.at, frame.mapping)),
  },
  {
    what: 'workbook to the files of a scenario',
    goal: GOAL,
    of: timed(() => imported()),
  },
  {
    what: 'scenario to workbook',
    of: timed(() => exportList(scenario.value, new Map(), 'en')),
  },
];
const lines = [
  '## Lists of events',
  '',
  `Made by \`node bench/msel.ts --write\`: a workbook of ${ROWS.toLocaleString('en')} rows in eleven columns (${Math.round(bytes.length / 1024).toLocaleString('en')} kB), with a title, sections, times in seven notations and two columns without a meaning; milliseconds, the median of ${RUNS} runs.`,
  '',
  `${machine()}.`,
  '',
  '| | by the clock | of the processor | goal |',
  '|---|---:|---:|---:|',
  ...rows.map(
    ({ goal, of, what }) =>
      `| ${what} | ${of.wall.toFixed(0)} | ${of.busy.toFixed(0)} | ${goal === undefined ? '' : `< ${goal}`} |`,
  ),
  '',
];
console.log(lines.join('\n'));

if (process.argv.includes('--write')) {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '# Exercises\n\n';
  const [before, ...after] = page.split(/^(?=## )/m);
  const others = after.filter((section) => !section.startsWith('## Lists of events'));
  writeFileSync(PAGE, [before, ...others.map((each) => `${each.trimEnd()}\n\n`), lines.join('\n')].join(''));
}
