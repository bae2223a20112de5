/** `foedus check`: reads arrangements and decides every claim about them. */
import { EXIT, type Exit } from '../exit.ts';
import { at, library } from '../load/library.ts';
import { say } from '../messages.ts';
import { printFaults } from '../output/faults.ts';
import { printJson } from '../output/json.ts';
import type { CheckOutput } from '../schema/check.ts';
import type { Shell } from '../shell.ts';
import { judge } from '../claims/judge.ts';
import { printClaims, printSummary } from '../claims/print.ts';

export interface CheckOptions {
  readonly mutate?: boolean;
  readonly json?: boolean;
}

function exitOf(output: CheckOutput, refused: boolean): Exit {
  if (output.faults.length > 0) return EXIT.input;
  if (refused) return EXIT.refused;
  return output.summary.failing > 0 || (output.summary.idle ?? 0) > 0 ? EXIT.fails : EXIT.ok;
}

/** Checks what lies at the paths, or everything known. */
export function check(shell: Shell, paths: readonly string[], options: CheckOptions): Exit {
  const shelf = library(shell.cwd);
  const targets = paths.length === 0 ? shelf.known : paths.flatMap((path) => at(shelf, path));
  const { faults, output } = judge(shelf, targets, options.mutate);
  if (options.json) printJson(shell, output);
  else {
    printClaims(shell, output);
    if (output.claims.length > 0) printSummary(shell, output);
  }
  printFaults(shell, faults);
  if (faults.length > 0) shell.err.print(say('input-has-errors', { count: faults.length })[shell.lang]);
  const refused = output.claims.some((claim) =>
    claim.checks.some((check) => check.refusal?.code === 'budget-spent'),
  );
  return exitOf(output, refused);
}
