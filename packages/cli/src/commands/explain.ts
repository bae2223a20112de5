/** `foedus explain`: one rule or one claim, in words and with its sources. */
import {
  checkClaim,
  entry,
  nearest,
  showWhen,
  TABLES,
  type Any,
  type Arrangement,
  type Claim,
  type ClaimResult,
} from '@foedus/kernel';
import { EXIT, type Exit } from '../exit.ts';
import { linesOf } from '../explain/entry.ts';
import { printClaimExplained, printRule } from '../explain/print.ts';
import { claimsOf, companions, library } from '../load/library.ts';
import { open, orStop } from '../load/open.ts';
import { say } from '../messages.ts';
import { printJson } from '../output/json.ts';
import type { ClaimExplained, RuleOutput } from '../schema/explain.ts';
import type { Shell } from '../shell.ts';
import { misuse } from '../stop.ts';

export interface ExplainOptions {
  readonly json?: boolean;
}

function explainRule(arrangement: Arrangement, rule: Any, results: readonly ClaimResult[]): RuleOutput {
  const rests = (result: ClaimResult): boolean =>
    result.checks.some((check) =>
      check.grounds.some((ground) => ground.arrangement === arrangement.id && ground.rule === rule.id),
    );
  return {
    what: 'rule',
    arrangement: arrangement.id,
    id: rule.id,
    type: rule.type,
    name: rule.name,
    status: rule.status,
    ...(rule.from ? { from: showWhen(rule.from) } : {}),
    ...(rule.until ? { until: showWhen(rule.until) } : {}),
    ...(rule.note ? { note: rule.note } : {}),
    lines: linesOf(arrangement, rule),
    sources: [...rule.sources],
    place: rule.place,
    claims: results.filter(rests).map((result) => result.claim.id),
  };
}

function explainClaim(arrangement: Arrangement, { claim, holds, checks }: ClaimResult): ClaimExplained {
  return {
    what: 'claim',
    arrangement: arrangement.id,
    id: claim.id,
    kind: claim.kind,
    mark: claim.mark,
    says: claim.says,
    holds,
    checks: checks.map((check) => ({
      holds: check.holds,
      question: check.question,
      sentence: check.sentence,
      grounds: [...check.grounds],
    })),
    sources: [...claim.sources],
    place: claim.place,
  };
}

export function explain(shell: Shell, name: string, id: string, options: ExplainOptions): Exit {
  const shelf = library(shell.cwd);
  const { found, arrangement } = open(shell, shelf, name);
  const others = companions(shelf, [found]);
  const claims = orStop(shell, claimsOf(shelf, found, arrangement, others));
  const decide = (claim: Claim): ClaimResult => checkClaim(claim, arrangement.id, { arrangements: others });
  const rule = entry(arrangement, id);
  const claim = claims.find((each) => each.id === id);
  if (rule) {
    const output = explainRule(arrangement, rule, claims.map(decide));
    if (options.json) printJson(shell, output);
    else printRule(shell, arrangement, output);
  } else if (claim) {
    const output = explainClaim(arrangement, decide(claim));
    if (options.json) printJson(shell, output);
    else printClaimExplained(shell, others, arrangement, output);
  } else {
    const names = [
      ...TABLES.flatMap((table) => [...arrangement[table].keys()]),
      ...claims.map((each) => each.id),
    ];
    const meant = nearest(id, names);
    throw misuse(
      say('no-rule', { id, arrangement: arrangement.name }),
      meant === undefined ? undefined : say('did-you-mean', { name: meant }),
    );
  }
  return EXIT.ok;
}
