/** Shows that no claim holds by accident: changes, one at a time, the rules that its checks rest on. */
import { findingOf } from './check.ts';
import type { Check, Claim } from './model.ts';
import { aimOf } from './mutation/aim.ts';
import { rulesToChange } from './mutation/bearing.ts';
import type { Mutation } from './mutation/model.ts';
import { mutations } from './mutation/mutations.ts';
import { changedWorld } from './mutation/changed-world.ts';
import type { World } from './world.ts';

export { mutations };
export { MUTATION_KINDS, type Aim, type Mutation, type MutationKind } from './mutation/model.ts';

export interface MutationResult {
  readonly claim: Claim;
  readonly home: string;
  /** Whether any of its checks is idle; then the claim may hold by accident. */
  readonly idle: boolean;
  readonly checks: readonly MutatedCheck[];
}

export type MutatedCheck =
  /** At least one change makes the check fail. */
  | {
      readonly outcome: 'killed';
      readonly check: Check;
      /** The first such change, or all of them, as asked for. Not empty. */
      readonly killedBy: readonly Mutation[];
      /** How many changes were tried. */
      readonly tried: number;
    }
  /** The check survives every change: it tells nothing about the arrangement. */
  | { readonly outcome: 'idle'; readonly check: Check; readonly tried: number }
  /** The check does not hold to begin with: nothing was changed. */
  | { readonly outcome: 'fails'; readonly check: Check };

/**
 * Changes the rules that each check of a claim rests on; each check has to fail at least once. A check that can no longer be
 * decided (a name is gone, an act is unknown) has failed. `all` finds every change that tells, not the first only.
 */
export function mutate(
  claim: Claim,
  home: string,
  world: World,
  options: { readonly all?: boolean } = {},
): MutationResult {
  const checks = claim.checks.map((check) => mutateCheck(check, home, world, options.all ?? false));
  return { claim, home, idle: checks.some(({ outcome }) => outcome === 'idle'), checks };
}

function mutateCheck(check: Check, home: string, world: World, all: boolean): MutatedCheck {
  const before = findingOf(check, home, world);
  if (!before.holds) return { outcome: 'fails', check };
  const aim = aimOf(check);
  const killedBy: Mutation[] = [];
  let tried = 0;
  for (const { arrangement, rule } of rulesToChange(check, home, before.grounds, aim, world)) {
    const within = world.arrangements.get(arrangement)!;
    for (const mutation of mutations(within, rule, aim)) {
      tried += 1;
      if (findingOf(check, home, changedWorld(world, mutation)).holds) continue;
      killedBy.push(mutation);
      if (!all) return { outcome: 'killed', check, killedBy, tried };
    }
  }
  return killedBy.length > 0
    ? { outcome: 'killed', check, killedBy, tried }
    : { outcome: 'idle', check, tried };
}
