/** A rule or a claim in words, for a terminal. */
import { nameOf, parseWhen, type Arrangement, type Citation, type Text } from '@foedus/kernel';
import { say, type MessageKey } from '../messages.ts';
import { citationInWords } from '../output/grounds.ts';
import { printHeading, printLabelled, printText } from '../output/lines.ts';
import type { ClaimExplained, RuleOutput } from '../schema/explain.ts';
import type { Shell } from '../shell.ts';
import { periodInWords } from '../output/period.ts';

function printSources(shell: Shell, arrangement: Arrangement, sources: readonly Citation[]): void {
  printHeading(shell, say('sources')[shell.lang]);
  for (const each of sources) printText(shell, citationInWords(arrangement, each)[shell.lang], 2);
}

function period(rule: RuleOutput): Text | undefined {
  const from = rule.from === undefined ? undefined : parseWhen(rule.from);
  const until = rule.until === undefined ? undefined : parseWhen(rule.until);
  return periodInWords({ ...(from ? { from } : {}), ...(until ? { until } : {}) });
}

export function printRule(shell: Shell, arrangement: Arrangement, rule: RuleOutput): void {
  const { out, lang } = shell;
  const holds = period(rule);
  const facts = [
    say(`type-${rule.type}` as MessageKey)[lang],
    say(`status-${rule.status}`)[lang],
    ...(holds ? [holds[lang]] : []),
  ];
  printText(
    shell,
    `${out.style('bold', rule.name[lang])}  ${out.style('dim', `${rule.arrangement}/${rule.id}`)}`,
  );
  printText(shell, facts.join(' · '));
  if (rule.note) printText(shell, rule.note[lang]);
  if (rule.lines.length > 0) out.print();
  printLabelled(
    shell,
    rule.lines.map(({ label, text }) => [label[lang], text[lang]]),
  );
  printSources(shell, arrangement, rule.sources);
  if (rule.claims.length > 0) {
    printHeading(shell, say('claims-resting')[lang]);
    printText(shell, rule.claims.join(', '), 2);
  }
}

export function printClaimExplained(
  shell: Shell,
  world: ReadonlyMap<string, Arrangement>,
  home: Arrangement,
  claim: ClaimExplained,
): void {
  const { out, lang } = shell;
  const verdict = claim.holds
    ? out.style('green', `✓ ${say('claim-holds')[lang]}`)
    : out.style('red', `✗ ${say('claim-fails')[lang]}`);
  const facts = [
    say(`kind-${claim.kind}` as MessageKey)[lang],
    say(`mark-${claim.mark}` as MessageKey)[lang],
    verdict,
  ];
  printText(shell, `${out.style('bold', claim.id)}  ${claim.says[lang]}`);
  printText(shell, facts.join(' · '));
  for (const check of claim.checks) {
    printHeading(shell, `${check.holds ? '✓' : '✗'} ${check.question[lang]}`);
    printText(shell, check.sentence[lang], 2);
    for (const { arrangement, rule } of check.grounds) {
      const of = world.get(arrangement);
      const name = of ? nameOf(of, rule)[lang] : rule;
      printText(shell, `${name}  ${out.style('dim', `${arrangement}/${rule}`)}`, 4);
    }
  }
  printSources(shell, home, claim.sources);
}
