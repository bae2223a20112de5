/** What stands below the options in `--help`: examples, questions and exit codes. */
import { QUESTION_USE } from './commands/question-use.ts';
import { say, type MessageKey } from './messages.ts';
import { table } from './output/table.ts';
import { wrap } from './output/width.ts';
import type { Shell } from './shell.ts';

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  root: [
    'foedus check',
    'foedus ask rok-us canBlock --who us --outcome "execute on kill-chain" --at 2025-01-01',
    'foedus report rok-us --at 2023-12-15 -o report.html',
  ],
  check: ['foedus check', 'foedus check arrangements/nato --mutate', 'foedus check --json'],
  ask: [
    'foedus ask rok-us canBlock --who cfc-commander --outcome "execute on kill-chain" --at 2025-01-01',
    'foedus ask rok-us canBypass --who rok-president --outcome "decide on nuclear-release" --at 2023-12-15',
    'foedus ask nato voice --who pl --on nuclear-policy --at 2023-12-15 --lang ko',
    'foedus ask unsc power --outcome "decide on resolution" --level party --json',
  ],
  explain: ['foedus explain rok-us W32', 'foedus explain rok-us ncg --lang ja'],
  compare: ['foedus compare rok-us nato --at 2023-12-15', 'foedus compare rok-us nato --on nuclear-policy'],
  changes: ['foedus changes rok-us --from 2022-05-01 --to 2024-12-01'],
  report: ['foedus report rok-us --at 2023-12-15 -o report.html', 'foedus report nato --json'],
  solve: [
    'foedus solve tree.xml --list 20',
    'foedus solve council.json --json',
    'foedus solve --arrangement unsc --outcome "decide on resolution" --mef resolution.xml',
  ],
  record: ['foedus record export data -o record.tar', 'foedus record export data --party rok -o rok-record'],
  verify: ['foedus verify record.tar --trust trust.json', 'foedus verify rok-record --json --lang ko'],
  fmt: ['foedus fmt', 'foedus fmt --check arrangements/rok-us', 'foedus fmt scenarios/tutorial'],
  msel: [
    'foedus msel import list.xlsx -o scenarios/north-26 --arrangement rok-us --at 2026-11-22',
    'foedus msel export tutorial -o tutorial.xlsx --lang ko',
  ],
  exercise: ['foedus exercise check', 'foedus exercise check scenarios/tutorial --json'],
  backup: ['foedus backup -o monday.foedus', 'foedus backup -o monday.foedus --data /srv/foedus'],
  restore: ['foedus restore monday.foedus --data /srv/foedus'],
  user: [
    'foedus user add kim --name "김민서"',
    'foedus user grant kim seat:rok-us/rok-president --from 2026-12-01',
    'FOEDUS_TOKEN=foedus.… foedus user list --server https://foedus.example',
  ],
  consult: [
    'foedus consult open tutorial-two-party --seat arden-president --on border-exercise --at 2024-01-01',
    'foedus consult view --as arden-president --case …',
    'foedus consult act "decide on border-exercise" --as arden-president --departure "There was no time." --case …',
    'foedus consult watch --as borea-president --lang ko --case …',
  ],
  serve: ['foedus serve --demo --lang ko', 'foedus serve --host 0.0.0.0 --origin https://foedus.example'],
};
const EXITS = [0, 1, 2, 3, 4, 70, 130] as const;

function section(shell: Shell, title: MessageKey, lines: readonly string[]): string {
  return [shell.out.style('bold', say(title)[shell.lang]), ...lines.map((line) => `  ${line}`)].join('\n');
}

/** The questions of `ask`, with the options that each needs and, in brackets, takes. */
function questions(shell: Shell): string[] {
  const rows = Object.entries(QUESTION_USE).map(([ask, { needs, takes }]) => [
    ask,
    [...needs.map((key) => `--${key}`), ...takes.map((key) => `[--${key}]`)].join(' '),
  ]);
  return table(rows).flatMap((line, index) => [
    line,
    ...wrap(say(`question-${Object.keys(QUESTION_USE)[index]!}` as MessageKey)[shell.lang], 84).map(
      (each) => `    ${each}`,
    ),
  ]);
}

/** The text after the options of a command. */
export function help(shell: Shell, command: string): string {
  const exits = table(EXITS.map((code) => [String(code), say(`exit-${code}`)[shell.lang]]));
  return [
    ...(command === 'ask' ? [section(shell, 'help-questions', questions(shell))] : []),
    section(shell, 'help-examples', EXAMPLES[command] ?? []),
    ...(command === 'root' ? [section(shell, 'help-exits', exits)] : []),
  ].join('\n\n');
}
