/** Decides whether what a document says holds in the arrangements. */
import type { Refusal } from '../authority/question.ts';
import type { Text } from '../text/lang.ts';
import { checkAbsent } from './check/absent.ts';
import { checkCompare, checkTrend } from './check/compare.ts';
import { checkExtent } from './check/extent.ts';
import { checkSets } from './check/players.ts';
import { checkStands } from './check/stands.ts';
import { checkVoice } from './check/voice.ts';
import type { Finding } from './finding.ts';
import type { Check, Claim } from './model.ts';
import { questionOf } from './question.ts';
import type { RuleAt, World } from './world.ts';

export type { RuleAt, World };

export interface ClaimResult {
  readonly claim: Claim;
  /** The arrangement that the claim belongs to. */
  readonly home: string;
  /** Whether every check holds. */
  readonly holds: boolean;
  readonly checks: readonly CheckResult[];
}

export interface CheckResult {
  readonly check: Check;
  readonly holds: boolean;
  /** What was checked. */
  readonly question: Text;
  /** What was found, and why. */
  readonly sentence: Text;
  /** Everything that it rests on. */
  readonly grounds: readonly RuleAt[];
  /** Why it could not be decided; then it does not hold. */
  readonly refusal?: Refusal;
}

/** Checks a claim of the arrangement `home` among the arrangements that it may name. */
export function checkClaim(claim: Claim, home: string, world: World): ClaimResult {
  const checks = claim.checks.map((check): CheckResult => {
    const { tell, ...found } = findingOf(check, home, world);
    return { check, ...found, question: questionOf(check, home, world), sentence: tell() };
  });
  return { claim, home, holds: checks.every(({ holds }) => holds), checks };
}

/** What a check comes to. */
export function findingOf(check: Check, home: string, world: World): Finding {
  switch (check.type) {
    case 'extent':
    case 'survives':
      return checkExtent(check, home, world);
    case 'sets':
      return checkSets(check, home, world);
    case 'voice':
      return checkVoice(check, home, world);
    case 'compare':
      return checkCompare(check, home, world);
    case 'trend':
      return checkTrend(check, home, world);
    case 'stands':
      return checkStands(check, home, world);
    case 'absent':
      return checkAbsent(check, home, world);
  }
}
