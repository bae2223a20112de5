/** Decides one claim and, where asked, shows that it does not hold by accident. */
import { checkClaim, mutate, type Claim, type MutatedCheck, type World } from '@foedus/kernel';
import type { ClaimOutput } from '../schema/check.ts';

type Killers = NonNullable<ClaimOutput['checks'][number]['killedBy']>;

/** What made a check fail; nothing is told of a check that did not hold to begin with. */
function killers(check: MutatedCheck | undefined): { readonly killedBy?: Killers } {
  if (check === undefined || check.outcome === 'fails') return {};
  const found = check.outcome === 'killed' ? check.killedBy : [];
  return { killedBy: found.map(({ arrangement, rule, kind, says }) => ({ arrangement, rule, kind, says })) };
}

export function decide(claim: Claim, home: string, world: World, mutated: boolean): ClaimOutput {
  const result = checkClaim(claim, home, world);
  const changed = mutated ? mutate(claim, home, world) : undefined;
  return {
    id: claim.id,
    arrangement: home,
    kind: claim.kind,
    mark: claim.mark,
    holds: result.holds,
    says: claim.says,
    sources: [...claim.sources],
    place: claim.place,
    checks: result.checks.map(({ check, holds, question, sentence, grounds, refusal }, index) => ({
      place: check.place,
      holds,
      question,
      sentence,
      grounds: [...grounds],
      ...(refusal ? { refusal } : {}),
      ...killers(changed?.checks[index]),
    })),
    ...(changed ? { idle: changed.idle } : {}),
  };
}
