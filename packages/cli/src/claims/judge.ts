/** Arrangements read and every claim about them decided. */
import { type Arrangement, type Claim, type Fault } from '@foedus/kernel';
import { claimsOf, companions, type Library } from '../load/library.ts';
import type { Found } from '../load/find.ts';
import { faultJson } from '../output/faults.ts';
import type { CheckOutput } from '../schema/check.ts';
import { decide } from './decide.ts';

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
function readTargets(shelf: Library, targets: readonly Found[]): Read {
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

export interface Judged {
  readonly output: CheckOutput;
  readonly faults: readonly Fault[];
}

/** Decides every claim of the targets; `mutated` also shows of each that it does not hold by accident. */
export function judge(shelf: Library, targets: readonly Found[], mutated = false): Judged {
  const { homes, world, faults } = readTargets(shelf, targets);
  const claims = homes.flatMap(({ home, claims }) =>
    claims.map((claim) => decide(claim, home.id, { arrangements: world }, mutated)),
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
    ...(mutated ? { idle } : {}),
    summary: {
      arrangements: homes.length,
      claims: claims.length,
      holding,
      failing: claims.length - holding,
      ...(mutated ? { idle: idle.length } : {}),
    },
  };
  return { output, faults };
}
