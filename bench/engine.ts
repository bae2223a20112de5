/**
 * The engine beside SCRAM on the trees of a folder, which has Open-PSA files and may have an `expected.json`:
 * `npm run bench:engine -- [folder] [--runs 5] [--limit 60] [--tree name …]`. Prints the table and writes it to docs/benchmarks.md; of
 * chosen trees it only prints.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installScram, OURS, PEERS, type Found, type Peer } from './engine-peers.ts';
import type { Ran } from './engine-process.ts';
import { machine } from './measure.ts';
import { table, writeSection } from './page.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '5' },
    limit: { type: 'string', default: '60' },
    tree: { type: 'string', multiple: true, default: [] },
  },
});
/** Seconds that SCRAM may take; we may take twice as long, so that a refusal is seen to come. */
const LIMIT = Number(options.limit);
const OUR_LIMIT = 2 * LIMIT;
/** What takes longer than this (seconds) the first time is run once. */
const ONCE = 20;
/** The ratio is told where SCRAM says that its analysis takes as long as this (seconds) in its better mode: below, both only start. */
const COMPARABLE = 0.1;

const [folder = join(process.env['FOEDUS_GROUND_TRUTH'] ?? '', 'aralia')] = positionals;
const runs = Number(options.runs);

interface Measured extends Found {
  /** The median; `undefined` when the time was over, which was so many seconds. */
  readonly seconds: number | undefined;
  readonly limit: number;
  readonly megabytes: number;
  readonly exit: number | null;
  /** How often it was run. */
  readonly times: number;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** All of them in turn, so that what else the machine does falls on all alike. What takes long is run once. */
async function measure(file: string): Promise<readonly Measured[]> {
  const peers: readonly Peer[] = [OURS, ...PEERS];
  const ran: (Ran & Found)[][] = peers.map(() => []);
  for (let turn = 0; turn < runs; turn += 1) {
    for (const [index, peer] of peers.entries()) {
      const before = ran[index]!;
      if (before[0] && (before[0].seconds === undefined || before[0].seconds > ONCE)) continue;
      before.push(await peer.run(file, peer === OURS ? OUR_LIMIT : LIMIT));
    }
  }
  return ran.map((all, index) => {
    const times = all.flatMap(({ seconds }) => seconds ?? []);
    const { sets, probability, exit } = all[0]!;
    const analyses = all.flatMap(({ analysis }) => analysis ?? []);
    return {
      seconds: times.length < all.length ? undefined : median(times),
      limit: peers[index] === OURS ? OUR_LIMIT : LIMIT,
      megabytes: median(all.map(({ megabytes }) => megabytes)),
      sets,
      probability,
      exit,
      times: all.length,
      ...(analyses.length === 0 ? {} : { analysis: median(analyses) }),
    };
  });
}

interface Row {
  readonly tree: string;
  readonly ours: Measured;
  readonly scram: readonly Measured[];
  /** Ours over SCRAM's better mode, and whether that is known: where its time was over, it would have taken longer. */
  readonly ratio: number | undefined;
  readonly ended: boolean;
  /** Ours over what SCRAM says that its analysis alone took. */
  readonly strict: number | undefined;
  readonly wrong: readonly string[];
}

interface Expected {
  readonly minimalCutSets: string | null;
  readonly topProbability: string | null;
  readonly coherent: boolean;
}

function rowOf(tree: string, [ours, ...scram]: readonly Measured[], expected: Expected | undefined): Row {
  const best = Math.min(...scram.map(({ seconds }) => seconds ?? LIMIT));
  const needed = Math.min(...scram.map(({ analysis }) => analysis ?? LIMIT));
  const told = scram.some(({ analysis }) => analysis !== undefined);
  const comparable = ours!.seconds !== undefined && ours!.exit === 0 && needed >= COMPARABLE;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-4 * Math.abs(b);
  const chance = ours!.probability;
  const known = expected?.topProbability;
  const wrong = [
    ...(chance !== undefined && known && !near(chance, Number(known)) ? ['published probability'] : []),
    ...(ours!.sets !== undefined && expected?.minimalCutSets && ours!.sets !== expected.minimalCutSets
      ? ['published count']
      : []),
    ...scram.flatMap((peer, index) => {
      const differs =
        chance !== undefined && peer.probability !== undefined && !near(chance, peer.probability);
      // Its ZBDD mode sums up the sets instead of finding the probability of their union.
      return index === 0 && differs ? ["SCRAM's probability"] : [];
    }),
  ];
  const ended = scram.some(({ seconds }) => seconds !== undefined);
  return {
    tree,
    ours: ours!,
    scram,
    ratio: comparable ? ours!.seconds! / best : undefined,
    ended,
    strict: comparable && told ? ours!.seconds! / needed : undefined,
    wrong,
  };
}

function cell({ seconds, limit, megabytes, exit, times }: Measured): string {
  if (seconds === undefined) return `> ${limit} s / ${megabytes.toFixed(0)}`;
  const told = `${times < runs ? ' ×1' : ''}${exit === 0 || exit === null ? '' : ' refused'}`;
  return `${seconds.toFixed(2)} s / ${megabytes.toFixed(0)}${told}`;
}

function tableOf(rows: readonly Row[]): string {
  const head = ['tree', 'minimal sets', 'Foedus', ...PEERS.map(({ name }) => name), 'ratio', ''];
  const body = rows.map(({ tree, ours, scram, ratio, wrong }) => [
    tree,
    ours.sets ?? (ours.probability === undefined ? '' : 'probability only'),
    cell(ours),
    ...scram.map(cell),
    ratio?.toFixed(3) ?? '',
    wrong.length === 0 ? '' : `differs from ${wrong.join(', ')}`,
  ]);
  return table([head, ...body]);
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, each) => sum + Math.log(each), 0) / values.length);
}

const version = installScram();
const file = join(folder, 'expected.json');
const expected = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Readonly<
  Record<string, Expected>
>;
const rows: Row[] = [];
const trees = readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => name.replace(/\.xml$/, ''))
  .filter((name) => options.tree.length === 0 || options.tree.includes(name));
for (const tree of trees) {
  const row = rowOf(tree, await measure(join(folder, `${tree}.xml`)), expected[tree]);
  rows.push(row);
  console.log(
    [tree, cell(row.ours), ...row.scram.map(cell), row.ratio?.toFixed(3) ?? '', ...row.wrong].join('  '),
  );
}
const mean = (ratios: readonly number[]): string =>
  ratios.length === 0 ? 'none' : `**${geometricMean(ratios).toFixed(3)}** over ${ratios.length} trees`;
const all = rows.flatMap(({ ratio }) => ratio ?? []);
const ended = rows.flatMap((row) => (row.ended ? (row.ratio ?? []) : []));
const strict = rows.flatMap((row) => row.strict ?? []);
const summary = `Geometric mean of the ratio: ${mean(all)} (goal: 0.2 at most); without those on which SCRAM's time was over: ${mean(ended)}. The same of our whole
time over SCRAM's own figure for its analysis alone, without start, reading and counting, where it came to tell one: ${mean(strict)}.`;
console.log(`\n${tableOf(rows)}\n\n${summary}`);
if (options.tree.length === 0) {
  const text = `Made by \`npm run bench:engine -- <folder of trees>\`, which installs SCRAM where it may and runs both side by side. Medians of ${runs} runs;
what took more than ${ONCE} s the first time was run once, and is marked with ×1.

${machine()}; SCRAM ${version}.

The Aralia trees (openpra-org/aralia-fault-tree-dataset, doi:10.5281/zenodo.20160659). Time of the whole process and the most memory it had, in MB.

- Foedus: start of Node, reading, minimal sets, blocking sets, probability, importance; power indices where they are cheap. _Refused_: at the
  default budget of nodes.
- SCRAM (\`-l 1000\`, at most ${LIMIT} s): start, reading, minimal sets and probability, until it begins to list the sets. It counts them by going
  through them, which may take it longer than finding them. _Refused_: it does not accept the file.
- The ratio is our time over that of SCRAM's better mode, which counts as ${LIMIT} s where it would have taken longer. It is told where that mode's own
  figure for its analysis is ${COMPARABLE} s or more: below, both programs do little but start.

${tableOf(rows)}

${summary}`;
  writeSection('benchmarks', 'Benchmarks of the engine', 'Fault trees', text);
}
