/** `foedus changes`: what changed in an arrangement between two days. */
import {
  actInWords,
  changes as changesOf,
  list,
  nameOf,
  showAct,
  showWhen,
  type Any,
  type Arrangement,
  type Changes,
  type Needs,
  type Text,
} from '@foedus/kernel';
import { EXIT, type Exit } from '../exit.ts';
import { periodInWords } from '../output/period.ts';
import { dayOf } from '../frame.ts';
import { library } from '../load/library.ts';
import { open } from '../load/open.ts';
import { say } from '../messages.ts';
import { printJson } from '../output/json.ts';
import { printHeading, printText } from '../output/lines.ts';
import { table } from '../output/table.ts';
import { voiceInWords } from '../output/voice.ts';
import { orRefuse } from '../refuse.ts';
import type { Shell } from '../shell.ts';
import { misuse } from '../stop.ts';

export interface ChangesOptions {
  readonly from: string;
  readonly to?: string;
  readonly json?: boolean;
}

function entryJson(each: Any): object {
  const { id, type, name, status, from, until } = each;
  return {
    id,
    type,
    name,
    status,
    ...(from ? { from: showWhen(from) } : {}),
    ...(until ? { until: showWhen(until) } : {}),
  };
}

function printEntries(shell: Shell, title: 'changes-begun' | 'changes-ended', entries: readonly Any[]): void {
  if (entries.length === 0) return;
  const { out, lang } = shell;
  printHeading(shell, say(title)[lang]);
  const rows = entries.map((each) => [
    say(`type-${each.type}`)[lang],
    periodInWords(each)?.[lang] ?? '',
    `${each.name[lang]} (${each.id})`,
  ]);
  for (const line of table(rows, { columns: out.columns, indent: 2 })) out.print(line);
}

function neededInWords(arrangement: Arrangement, players: Needs['players']): Text {
  const needed = players.filter((each) => each.extent !== 'none');
  if (needed.length === 0) return say('nobody');
  return list(
    needed.map(({ player, extent }) => {
      const name = nameOf(arrangement, player);
      return extent === 'every' ? name : say('in-some-readings', { name });
    }),
  );
}

function printMeaning(shell: Shell, arrangement: Arrangement, found: Changes): void {
  const { lang } = shell;
  if (found.voices.length > 0) printHeading(shell, say('changes-voice')[lang]);
  for (const { party, matter, before, after } of found.voices) {
    const fillings = {
      party: nameOf(arrangement, party),
      matter: nameOf(arrangement, matter),
      before: voiceInWords(before),
      after: voiceInWords(after),
    };
    printText(shell, say('change-voice', fillings)[lang], 2);
  }
  if (found.needs.length > 0) printHeading(shell, say('changes-needs')[lang]);
  for (const { outcome, before, after } of found.needs) {
    const fillings = {
      outcome: actInWords(arrangement, outcome),
      before: neededInWords(arrangement, before),
      after: neededInWords(arrangement, after),
    };
    printText(shell, say('change-needs', fillings)[lang], 2);
  }
}

export function changes(shell: Shell, name: string, options: ChangesOptions): Exit {
  const { arrangement } = open(shell, library(shell.cwd), name);
  const from = dayOf('--from', options.from);
  const to = dayOf('--to', options.to);
  if (to <= from) throw misuse(say('bad-order', { from, to }));
  const found = orRefuse(changesOf(arrangement, { at: from }, { at: to }));
  if (options.json) {
    const { begun, ended, needs } = found;
    printJson(shell, {
      arrangement: arrangement.id,
      ...found,
      begun: begun.map(entryJson),
      ended: ended.map(entryJson),
      needs: needs.map((each) => ({ ...each, outcome: showAct(each.outcome) })),
    });
    return EXIT.ok;
  }
  const { out, lang } = shell;
  out.print(out.style('bold', arrangement.name[lang]));
  out.print(say('changes-title', { from, to })[lang]);
  printEntries(shell, 'changes-begun', found.begun);
  printEntries(shell, 'changes-ended', found.ended);
  printMeaning(shell, arrangement, found);
  const all = [found.begun, found.ended, found.voices, found.needs];
  if (all.every((each) => each.length === 0)) out.print(say('changes-none')[lang]);
  return EXIT.ok;
}
