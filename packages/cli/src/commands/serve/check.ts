/** Every claim decided and told in one line; what has errors or fails is told whole. */
import { judge } from '../../claims/judge.ts';
import { printClaims, printSummary } from '../../claims/print.ts';
import { findBelow } from '../../load/find.ts';
import { library } from '../../load/library.ts';
import { printFaults } from '../../output/faults.ts';
import type { Shell } from '../../shell.ts';

export function checkBriefly(shell: Shell, folder: string): void {
  const { faults, output } = judge(library(shell.cwd), findBelow(shell.cwd, folder));
  const failing = output.claims.filter(({ holds }) => !holds);
  const homes = output.arrangements.filter(({ id }) => failing.some(({ arrangement }) => arrangement === id));
  printClaims(shell, { ...output, arrangements: homes, claims: failing });
  printSummary(shell, output);
  printFaults(shell, faults);
}
