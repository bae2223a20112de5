/** Answers for a terminal: the sentence first, then what is behind it. */
import {
  actInWords,
  circumstanceInWords,
  durationInWords,
  list,
  nameOf,
  playerInWords,
  splitAct,
  type Answer,
  type Arrangement,
  type Circumstance,
  type Needs,
  type Outcome,
  type PaceAnswer,
  type Players,
  type PowerIndices,
  type SetList,
  type Sets,
  type Survival,
  type Verdict,
} from '@foedus/kernel';
import { say } from '../messages.ts';
import type { Shell } from '../shell.ts';
import { printGrounds } from './grounds.ts';
import { printHeading, printLabelled, printText } from './lines.ts';
import { table } from './table.ts';

/** What printing an answer needs to know. */
interface View {
  readonly shell: Shell;
  readonly arrangement: Arrangement;
}

function words({ shell, arrangement }: View, players: Players): string {
  if (players.length === 0) return say('nobody')[shell.lang];
  return list(players.map((player) => playerInWords(arrangement, player)))[shell.lang];
}

function where({ shell, arrangement }: View, circumstance: Circumstance): string {
  return circumstanceInWords(arrangement, circumstance)[shell.lang];
}

function printVerdict(view: View, answer: Verdict): void {
  const { lang } = view.shell;
  const { witness } = answer;
  printLabelled(view.shell, [
    [say('holds')[lang], say(`extent-${answer.extent}`)[lang]],
    ...(answer.extent === 'some' ? answer.where : []).map((each): [string, string] => [
      say('where')[lang],
      where(view, each),
    ]),
    ...(witness
      ? [
          [say(witness.shows ? 'shown-by' : 'refuted-by')[lang], words(view, witness.players)] as const,
          [say('when')[lang], where(view, witness.circumstance)] as const,
        ]
      : []),
  ]);
}

function printNeeds(view: View, answer: Needs): void {
  const { lang, out } = view.shell;
  const rows = answer.players.map((each) => [
    playerInWords(view.arrangement, each.player)[lang],
    say(`extent-${each.extent}`)[lang],
    each.extent === 'some' ? each.where.map((one) => where(view, one)).join(' / ') : '',
  ]);
  for (const line of table(rows, { columns: out.columns, indent: 2 })) out.print(line);
}

function printSetList(view: View, heading: string, sets: SetList): void {
  const { out, lang } = view.shell;
  printHeading(view.shell, `${heading}: ${sets.count}`);
  for (const set of sets.sets) printText(view.shell, `· ${words(view, set)}`, 2);
  const more = sets.count - BigInt(sets.sets.length);
  if (more > 0n) out.print(`  ${say('and-more', { count: more.toString() })[lang]}`);
}

function printSets(view: View, answer: Sets): void {
  const { lang } = view.shell;
  printSetList(view, say('minimal-in-every')[lang], answer.inEvery);
  printSetList(view, say('minimal-in-some')[lang], answer.inSome);
}

function printPower(view: View, answer: PowerIndices): void {
  const { lang, out } = view.shell;
  for (const game of answer.games) {
    printHeading(view.shell, where(view, game.circumstance));
    const rows = [
      [say('player')[lang], 'Banzhaf', 'Shapley–Shubik', ''],
      ...game.players.map((each) => [
        playerInWords(view.arrangement, each.player)[lang],
        each.banzhaf,
        each.shapleyShubik,
        each.shapleyShubikDecimal.toFixed(4),
      ]),
    ];
    for (const line of table(rows, { indent: 2 })) out.print(line);
  }
}

function printSurvival(view: View, answer: Survival): void {
  const { lang, out } = view.shell;
  const named = (id: string): string => {
    const act = splitAct(id);
    return (act ? actInWords(view.arrangement, act as Outcome) : nameOf(view.arrangement, id))[lang];
  };
  const rows = answer.rules.map((each) => [
    nameOf(view.arrangement, each.rule)[lang],
    say(`extent-${each.survives}`)[lang],
    say(`why-${each.why}`, { by: each.by.map(named).join('; ') })[lang],
  ]);
  for (const line of table(rows, { columns: out.columns, indent: 2 })) out.print(line);
}

function printPace(view: View, answer: PaceAnswer): void {
  const { lang, out } = view.shell;
  const span = (seconds: number): string => durationInWords(seconds)[lang];
  const rows = answer.path.map((each) => [
    span(each.start),
    span(each.end),
    playerInWords(view.arrangement, each.act)[lang] +
      (each.basis === 'sourced' ? '' : ` (${say(each.basis)[lang]})`),
  ]);
  for (const line of table(rows, { columns: out.columns, indent: 2 })) out.print(line);
  const found = answer.distribution;
  if (found === null) return;
  printLabelled(view.shell, [
    [say('runs')[lang], say('runs-of', { runs: found.runs, seed: found.seed })[lang]],
    ['10 %', span(found.p10)],
    ['50 %', span(found.p50)],
    ['90 %', span(found.p90)],
    ...(found.withinDeadline === undefined
      ? []
      : [[say('in-time')[lang], `${(found.withinDeadline * 100).toFixed(1)} %`] as const]),
  ]);
}

function printBody(view: View, answer: Answer): void {
  switch (answer.ask) {
    case 'canAlone':
    case 'canBlock':
    case 'canBypass':
      return printVerdict(view, answer);
    case 'needs':
      return printNeeds(view, answer);
    case 'coalitions':
    case 'blockers':
      return printSets(view, answer);
    case 'power':
      return printPower(view, answer);
    case 'survives':
      return printSurvival(view, answer);
    case 'pace':
      return printPace(view, answer);
    case 'voice':
      return;
  }
}

export function printAnswer(shell: Shell, arrangement: Arrangement, answer: Answer): void {
  const { out, lang } = shell;
  out.print(out.style('dim', `${arrangement.name[lang]} · ${answer.at}`));
  printText(shell, out.style('bold', answer.sentence[lang]));
  printBody({ shell, arrangement }, answer);
  printGrounds(shell, arrangement, answer.grounds);
}
