/** `foedus check`: reads arrangements and decides every claim about them. */
import { type Arrangement, type Claim, type Fault } from '@foedus/kernel';
import { EXIT, type Exit } from '../exit.ts';
import { at, claimsOf, companions, library, type Library } from '../load/library.ts';
import type { Found } from '../load/find.ts';
import { say } from '../messages.ts';
import { faultJson, printFaults } from '../output/faults.ts';
import { printJson } from '../output/json.ts';
import type { CheckOutput } from '../schema/check.ts';
import type { Shell } from '../shell.ts';
import { decide } from '../claims/decide.ts';
import { printClaims, printSummary } from '../claims/print.ts';

export interface CheckOptions {
  readonly mutate?: boolean;
  readonly json?: boolean;
}

interface Read {
  readonly homes: readonly {
    readonly found: Found;
    readonly home: Arrangement;
    readonly claims: readonly Claim[];
  }[];
  readonly world: ReadonlyMap<string, Arrangement>;
  readonly faults: readonly Fault[];
}

/** Reads what is to be checked; what has errors is left out and its faults are kept. */
export function readTargets(shelf: Library, targets: readonly Found[]): Read {
  const world = companions(shelf, targets);
  const faults: Fault[] = [];
  const homes = targets.flatMap((found) => {
    const home = shelf.read(found);
    if (!home.ok) {
      faults.push(...home.faults);
      return [];
    }
    const claims = claimsOf(shelf, found, home.value, world);
    if (!claims.ok) faults.push(...claims.faults);
    return [{ found, home: home.value, claims: claims.ok ? claims.value : [] }];
  });
  return { homes, world, faults };
}

function exitOf(output: CheckOutput, refused: boolean): Exit {
  if (output.faults.length > 0) return EXIT.input;
  if (refused) return EXIT.refused;
  return output.summary.failing > 0 || (output.summary.idle ?? 0) > 0 ? EXIT.fails : EXIT.ok;
}

/** Checks what lies at the paths, or everything known. `shelf` lets commands that go on keep what was read. */
export function check(
  shell: Shell,
  paths: readonly string[],
  options: CheckOptions,
  shelf = library(shell.cwd),
): Exit {
  const targets = paths.length === 0 ? shelf.known : paths.flatMap((path) => at(shelf, path));
  const { homes, world, faults } = readTargets(shelf, targets);
  const claims = homes.flatMap(({ home, claims }) =>
    claims.map((claim) => decide(claim, home.id, { arrangements: world }, options.mutate ?? false)),
  );
  const holding = claims.filter((claim) => claim.holds).length;
  const idle = claims.filter((claim) => claim.idle).map((claim) => claim.id);
  const output: CheckOutput = {
    arrangements: homes.map(({ found, home }) => {
      const own = claims.filter((claim) => claim.arrangement === home.id);
      return {
        id: home.id,
        name: home.name,
        file: found.root,
        claims: own.length,
        holding: own.filter((claim) => claim.holds).length,
      };
    }),
    claims,
    faults: faults.map(faultJson),
    ...(options.mutate ? { idle } : {}),
    summary: {
      arrangements: homes.length,
      claims: claims.length,
      holding,
      failing: claims.length - holding,
      ...(options.mutate ? { idle: idle.length } : {}),
    },
  };
  if (options.json) printJson(shell, output);
  else {
    printClaims(shell, output);
    if (claims.length > 0) printSummary(shell, output);
  }
  printFaults(shell, faults);
  if (faults.length > 0) shell.err.print(say('input-has-errors', { count: faults.length })[shell.lang]);
  const refused = claims.some((claim) =>
    claim.checks.some((check) => check.refusal?.code === 'budget-spent'),
  );
  return exitOf(output, refused);
}
