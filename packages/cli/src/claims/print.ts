/** Claims and their verdicts for a terminal. */
import { say } from '../messages.ts';
import { showPlace } from '../output/place.ts';
import { table } from '../output/table.ts';
import { wrap } from '../output/width.ts';
import type { CheckOutput, ClaimOutput } from '../schema/check.ts';
import type { Shell } from '../shell.ts';

function mark(shell: Shell, claim: ClaimOutput): string {
  if (!claim.holds) return shell.out.style('red', '✗');
  return claim.idle ? shell.out.style('yellow', '○') : shell.out.style('green', '✓');
}

/** Text below its claim, indented and wrapped where there is a screen. */
function below(shell: Shell, text: string, indent: string): void {
  const lines = shell.out.columns === undefined ? [text] : wrap(text, shell.out.columns - indent.length);
  for (const line of lines) shell.out.print(indent + line);
}

function printDetails(shell: Shell, claim: ClaimOutput): void {
  const { out, lang } = shell;
  for (const check of claim.checks) {
    if (!check.holds) {
      out.print(`    ${out.style('bold', showPlace(check.place))}: ${out.style('red', claim.id)}`);
      below(shell, check.question[lang], '      ');
      below(shell, check.sentence[lang], '      ');
    }
    for (const killer of check.killedBy ?? []) {
      const text = say('killed-by', { change: killer.says, rule: `${killer.arrangement}/${killer.rule}` })[
        lang
      ];
      below(shell, out.style('dim', text), '      ');
    }
    if (check.killedBy?.length === 0) {
      out.print(`    ${out.style('bold', showPlace(check.place))}: ${out.style('yellow', claim.id)}`);
      below(shell, say('idle-check', { question: check.question })[lang], '      ');
    }
  }
}

/** One table for each arrangement; below it what fails and what is idle, each at its place. */
export function printClaims(shell: Shell, output: CheckOutput): void {
  const { out, lang } = shell;
  for (const home of output.arrangements) {
    const claims = output.claims.filter((claim) => claim.arrangement === home.id);
    out.print(`${out.style('bold', home.name[lang])}  ${out.style('dim', `${home.id} · ${home.file}`)}`);
    if (claims.length === 0) out.print(`  ${say('no-claims')[lang]}`);
    const rows = claims.map((claim) => [
      mark(shell, claim),
      claim.id,
      say(`kind-${claim.kind}`)[lang],
      say(`mark-${claim.mark}`)[lang],
      claim.says[lang],
    ]);
    const lines = table(rows, { columns: out.columns, indent: 2 });
    for (const [index, claim] of claims.entries()) {
      out.print(lines[index]);
      printDetails(shell, claim);
    }
    out.print();
  }
}

export function printSummary(shell: Shell, output: CheckOutput): void {
  const { out, lang } = shell;
  const { claims, arrangements, holding, failing, idle } = output.summary;
  const held = say('summary', { claims, arrangements, holding, failing })[lang];
  out.print(out.style(failing === 0 ? 'green' : 'red', held));
  if (idle !== undefined) {
    const found = say(idle === 0 ? 'none-idle' : 'some-idle', { idle, ids: output.idle!.join(', ') })[lang];
    out.print(out.style(idle === 0 ? 'green' : 'yellow', found));
  }
}
