/** What was solved, for a terminal. */
import type { Text } from '@foedus/kernel';
import { printHeading, printLabelled, printText } from '../../output/lines.ts';
import { table } from '../../output/table.ts';
import type { SolveOutput } from '../../schema/solve.ts';
import type { Shell } from '../../shell.ts';
import { saySolve } from './words.ts';

/** Rows that a table shows: those that matter most. The JSON has all. */
const ROWS = 20;

export function printSolved(shell: Shell, solved: SolveOutput): void {
  const { out, lang } = shell;
  const word = (text: Text): string => text[lang];
  out.print(out.style('dim', `${solved.name} · ${solved.top}`));
  printLabelled(shell, [
    [
      word(saySolve('size')),
      word(
        saySolve('size-of', { variables: solved.variables, gates: solved.gates, modules: solved.modules }),
      ),
    ],
    [word(saySolve('nodes')), word(saySolve('nodes-of', { nodes: solved.nodes, budget: solved.budget }))],
    ...labelled('top-probability', solved.topProbability),
    ...labelled('minimal-sets', solved.minimalSets?.count),
    ...labelled('blocking-sets', solved.blockingSets?.count),
    ...labelled('winning-coalitions', solved.winningCoalitions),
  ]);
  if (!solved.coherent) printText(shell, word(saySolve('incoherent')), 2);
  printSets(shell, word(saySolve('minimal-sets')), solved.minimalSets);
  printSets(shell, word(saySolve('blocking-sets')), solved.blockingSets);
  printImportance(shell, solved.importance);
  printPlayers(shell, solved.players);

  function labelled(
    key: 'top-probability' | 'minimal-sets' | 'blocking-sets' | 'winning-coalitions',
    value: string | number | null | undefined,
  ): [string, string][] {
    if (value === null || value === undefined) return [];
    return [[word(saySolve(key)), typeof value === 'number' ? decimal(value) : value]];
  }
}

/** Six digits, which is what probabilities of failure are known to at best. */
function decimal(value: number | null): string {
  return value === null ? '∞' : Number(value.toPrecision(6)).toString();
}

function printSets(shell: Shell, heading: string, sets: SolveOutput['minimalSets']): void {
  if (!sets || sets.sets.length === 0) return;
  const { out, lang } = shell;
  printHeading(shell, heading);
  const rows = sets.bySize.map(({ size, count }) => [saySolve('of-size', { size })[lang], count]);
  for (const line of table(rows, { columns: out.columns, indent: 2 })) out.print(line);
  for (const set of sets.sets) printText(shell, `· ${set.length === 0 ? '∅' : set.join(', ')}`, 2);
  const more = BigInt(sets.count) - BigInt(sets.sets.length);
  if (more > 0n) out.print(`  ${saySolve('and-more', { count: more.toString() })[lang]}`);
}

function printImportance(shell: Shell, all: SolveOutput['importance']): void {
  if (!all || all.length === 0) return;
  const { lang } = shell;
  printHeading(shell, saySolve('importance')[lang]);
  const rows = all
    .toSorted((a, b) => b.birnbaum - a.birnbaum)
    .map((each) => [
      each.event,
      decimal(each.birnbaum),
      decimal(each.criticality),
      decimal(each.fussellVesely),
      decimal(each.raw),
      decimal(each.rrw),
    ]);
  printRows(shell, [
    ['', 'Birnbaum', saySolve('criticality')[lang], 'Fussell–Vesely', 'RAW', 'RRW'],
    ...rows,
  ]);
}

function printPlayers(shell: Shell, all: SolveOutput['players']): void {
  if (!all || all.length === 0) return;
  const { lang } = shell;
  printHeading(shell, saySolve('power')[lang]);
  const rows = all
    .toSorted((a, b) => b.shapleyShubikDecimal - a.shapleyShubikDecimal)
    .map((each) => [
      each.player,
      each.swings,
      each.banzhaf.length > 24 ? decimal(each.banzhafDecimal) : each.banzhaf,
      decimal(each.shapleyShubikDecimal),
      each.shapleyShubik && each.shapleyShubik.length <= 24 ? each.shapleyShubik : '',
    ]);
  printRows(shell, [['', saySolve('swings')[lang], 'Banzhaf', 'Shapley–Shubik', ''], ...rows]);
}

function printRows(shell: Shell, rows: readonly (readonly string[])[]): void {
  const shown = rows.slice(0, ROWS + 1);
  for (const line of table(shown, { columns: shell.out.columns, indent: 2 })) shell.out.print(line);
  const more = rows.length - shown.length;
  if (more > 0) shell.out.print(`  ${saySolve('and-more', { count: String(more) })[shell.lang]}`);
}
