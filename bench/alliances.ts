/**
 * What generated alliances of 100, 1,000 and 10,000 offices take: every question, comparing, and what-ifs. Each alliance is asked in a
 * process of its own, so that its memory is its own. Prints the tables and writes docs/benchmarks-alliances.md.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ask, changes, compare, type Day, type Question } from '@foedus/kernel';
import { generateAlliance, SHAPES, WhatIf, type Alliance, type AllianceShape } from '@foedus/kernel/engine';
import { machine } from './measure.ts';

const SIZES = [100, 1_000, 10_000];
const frame = { at: '2026-01-01' as Day };
/** Of each kind of what-if. */
const WHAT_IFS = 400;

type Row = readonly [name: string, result: string];

function questions({ arrangement, outcome }: Alliance): readonly (readonly [string, Question])[] {
  const who = [...arrangement.bodies.values()][0]!.members[0]!;
  const party = [...arrangement.parties.keys()][1]!;
  return [
    ['canAlone', { ask: 'canAlone', who: 'president', outcome }],
    ['canBlock', { ask: 'canBlock', who, outcome }],
    ['canBypass', { ask: 'canBypass', who: party, outcome }],
    ['needs', { ask: 'needs', outcome }],
    ['coalitions', { ask: 'coalitions', outcome }],
    ['blockers', { ask: 'blockers', outcome }],
    ['voice', { ask: 'voice', who, on: outcome.on }],
    ['power of seats', { ask: 'power', outcome }],
    ['power of parties', { ask: 'power', outcome, level: 'party' }],
    ['survives', { ask: 'survives', who: 'capital' }],
    ['pace, 2,000 runs', { ask: 'pace', outcome }],
    ['pace, proper', { ask: 'pace', outcome, effect: 'proper' }],
  ];
}

/** Everything that is asked of one alliance, with the milliseconds each took from nothing. */
function rowsOf(shape: AllianceShape, size: number): readonly Row[] {
  const alliance = generateAlliance(shape, size);
  const { arrangement } = alliance;
  const timed = (name: string, work: () => string | undefined): Row => {
    const start = performance.now();
    const refused = work();
    const time = performance.now() - start;
    return [name, `${time.toFixed(time < 10 ? 1 : 0)}${refused === undefined ? '' : ` ${refused}`}`];
  };
  return [
    ...questions(alliance).map(([name, question]) =>
      timed(name, () => {
        const reply = ask(arrangement, frame, question);
        return reply.ok ? undefined : reply.refusal.code;
      }),
    ),
    timed('compare', () => {
      const reply = compare(arrangement, frame, arrangement, { ...frame, given: { emergency: true } });
      return reply.ok ? undefined : reply.refusal.code;
    }),
    timed('changes', () => {
      const reply = changes(arrangement, frame, { at: '2027-01-01' as Day });
      return reply.ok ? undefined : reply.refusal.code;
    }),
    ...whatIfs(alliance),
    ['most memory (MB)', (process.resourceUsage().maxRSS / 1024).toFixed(0)],
  ];
}

/** One office dissents; or one rule is written otherwise and, under it, one office dissents. */
function whatIfs({ arrangement, outcome }: Alliance): readonly Row[] {
  const start = performance.now();
  const made = WhatIf.of(arrangement, frame, 'seat', outcome);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const now = made.value;
  const prepared = (performance.now() - start).toFixed(0);
  const offices = [...arrangement.offices.keys()];
  const powers = [...arrangement.powers.values()];
  const officeAt = (turn: number): string => offices[(turn * 7919) % offices.length]!;
  const dissent = spread((turn) => now.without([officeAt(turn)]));
  const change = spread((turn) => {
    const power = powers[(turn * 7919) % powers.length]!;
    const valid = { type: 'allOf', of: [power.valid, { type: 'never' }] } as const;
    const changed = now.withPower({ ...power, valid });
    if (!changed.ok) throw new Error(JSON.stringify(changed.refusal));
    changed.value.without([officeAt(turn)]);
  });
  return [
    ['preparing what-ifs', prepared],
    ['an office dissents: median / p95 / p99 / max', dissent],
    ['a rule changes: median / p95 / p99 / max', change],
  ];
}

/** The median by the clock; the tail by the time of the processor, which is told in whole milliseconds but has no part in what else the machine does. */
function spread(work: (turn: number) => void): string {
  for (let turn = 0; turn < WHAT_IFS / 10; turn++) work(turn);
  const clock: number[] = [];
  const processor: number[] = [];
  for (let turn = 0; turn < WHAT_IFS; turn++) {
    const [start, used] = [performance.now(), process.threadCpuUsage()];
    work(turn);
    const { user, system } = process.threadCpuUsage(used);
    clock.push(performance.now() - start);
    processor.push((user + system) / 1000);
  }
  const at = (times: readonly number[], part: number): number =>
    times.toSorted((a, b) => a - b)[Math.min(WHAT_IFS - 1, Math.floor(part * WHAT_IFS))]!;
  const tail = [0.95, 0.99, 1].map((part) => at(processor, part).toFixed(1));
  return [at(clock, 0.5).toFixed(2), ...tail].join(' / ');
}

function table(shape: AllianceShape): string {
  const columns = SIZES.map((size) => {
    const args = [fileURLToPath(import.meta.url), shape, String(size)];
    const rows = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as readonly Row[];
    for (const row of rows) console.log(shape, size, ...row);
    return rows;
  });
  const all = [
    ['', ...SIZES.map((size) => `${size.toLocaleString('en')} offices`)],
    ['---', ...SIZES.map(() => '---:')],
    ...columns[0]!.map(([name], row) => [name, ...columns.map((rows) => rows[row]![1])]),
  ];
  return `## ${shape}\n\n${all.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

function report(): string {
  return `# Alliances

Made by \`npm run bench:alliances\`. Generated alliances by shape and number of offices; milliseconds, each question asked once and from nothing,
in the order in which they stand, so that the first bear the warming up of the machine. A what-if keeps what it has worked out and works out anew only what a change
touches: ${WHAT_IFS} of each kind, about other offices and rules in turn; the median by the clock, the tail by the
time of the processor, of which what else the machine does takes nothing.

${machine()}.

${SHAPES.map(table).join('\n')}`;
}

const [shape, size] = process.argv.slice(2);
if (shape === undefined) {
  writeFileSync(new URL('../docs/benchmarks-alliances.md', import.meta.url), report());
  console.log('written to docs/benchmarks-alliances.md');
} else console.log(JSON.stringify(rowsOf(shape as AllianceShape, Number(size))));
