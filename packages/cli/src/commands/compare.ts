/** `foedus compare`: the voice of the parties of two arrangements, matter by matter. */
import {
  compare as compareVoices,
  nameOf,
  nearest,
  type Arrangement,
  type MatterComparison,
} from '@foedus/kernel';
import { EXIT, type Exit } from '../exit.ts';
import { dayOf } from '../frame.ts';
import { library } from '../load/library.ts';
import { open } from '../load/open.ts';
import { say } from '../messages.ts';
import { printJson } from '../output/json.ts';
import { printHeading, printLabelled } from '../output/lines.ts';
import { voicesInWords } from '../output/voice.ts';
import { orRefuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { misuse } from '../stop.ts';

export interface CompareOptions {
  readonly at?: string;
  readonly on?: string;
  readonly json?: boolean;
}

type Side = 'left' | 'right';
type Sides = Readonly<Record<Side, Arrangement>>;

function printMatter(shell: Shell, sides: Sides, row: MatterComparison): void {
  const { lang } = shell;
  const of = sides.left.matters.has(row.matter) ? sides.left : sides.right;
  printHeading(shell, nameOf(of, row.matter)[lang]);
  for (const side of ['left', 'right'] as const) {
    const voices = row[side];
    if (voices === null) continue;
    shell.out.print(`  ${shell.out.style('underline', sides[side].name[lang])}`);
    printLabelled(
      shell,
      voicesInWords(sides[side], voices).map(({ who, voice }) => [voice[lang], who[lang]]),
    );
  }
}

function onlyOn(rows: readonly MatterComparison[], matter: string | undefined): readonly MatterComparison[] {
  if (matter === undefined) return rows;
  const found = rows.filter((row) => row.matter === matter);
  if (found.length > 0) return found;
  const meant = nearest(
    matter,
    rows.map((row) => row.matter),
  );
  throw misuse(
    say('unknown-matter', { name: matter }),
    meant === undefined ? undefined : say('did-you-mean', { name: meant }),
  );
}

export function compare(shell: Shell, left: string, right: string, options: CompareOptions): Exit {
  const shelf = library(shell.cwd);
  const sides = { left: open(shell, shelf, left).arrangement, right: open(shell, shelf, right).arrangement };
  const at = dayOf('--at', options.at);
  const rows = orRefuse(compareVoices(sides.left, { at }, sides.right, { at }));
  const matters = onlyOn(rows, options.on);
  if (options.json) {
    printJson(shell, { left: sides.left.id, right: sides.right.id, at, matters });
    return EXIT.ok;
  }
  const title = say('compare-title', { left: sides.left.name, right: sides.right.name })[shell.lang];
  shell.out.print(`${shell.out.style('bold', title)} · ${at}`);
  for (const row of matters) printMatter(shell, sides, row);
  return EXIT.ok;
}
