/** A consultation on a terminal: what a viewer sees, is told and may do. */
import { actInWords, consultation, list, nameOf, plain, showAct, type Arrangement } from '@foedus/kernel';
import { printGrounds } from '../output/grounds.ts';
import { printHeading, printText } from '../output/lines.ts';
import type { Shell } from '../shell.ts';
import { itemInWords, notesOn } from './item.ts';
import type { Shown } from './place.ts';
import { sayConsult, type ConsultKey } from './words.ts';

/** A moment in the time zone of this machine, to the second. */
export function showInstant(at: number): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  return time.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
}

export function printItem(
  shell: Shell,
  arrangement: Arrangement,
  number: number,
  item: consultation.SeenItem,
): void {
  const { lang, out } = shell;
  const when = out.style('dim', `${String(number).padStart(3)}  ${showInstant(item.command.at)}`);
  printText(shell, `${when}  ${itemInWords(arrangement, item)[lang]}`);
  for (const note of notesOn(arrangement, item)) printText(shell, out.style('dim', note[lang]), 5);
}

export function printUpdate(shell: Shell, arrangement: Arrangement, update: consultation.Update): void {
  const { lang } = shell;
  const name = (id: string) => nameOf(arrangement, id);
  switch (update.type) {
    case 'item':
      return printItem(shell, arrangement, update.number, update.item);
    case 'changed':
      printText(shell, sayConsult('changed', { what: itemInWords(arrangement, update.item) })[lang], 5);
      for (const note of notesOn(arrangement, update.item))
        printText(shell, shell.out.style('dim', note[lang]), 7);
      return;
    case 'effected':
      for (const { act, standing } of update.acts)
        printText(shell, sayConsult(`effected-${standing}`, { act: actInWords(arrangement, act) })[lang], 5);
      return;
    case 'missed':
      for (const each of update.missed) {
        const what = dutyInWords(arrangement, each);
        printText(shell, sayConsult('missed', { what, moment: showInstant(each.at) })[lang], 5);
      }
      return;
    case 'world': {
      const cut = update.cut.map((each) => [each.of, ...(each.with === undefined ? [] : [each.with])]);
      for (const seat of update.absent) printText(shell, sayConsult('absent', { seat: name(seat) })[lang], 5);
      for (const ends of cut) printText(shell, sayConsult('cut', { ends: list(ends.map(name)) })[lang], 5);
      if (update.absent.length + cut.length === 0) printText(shell, sayConsult('all-reached')[lang], 5);
      return;
    }
    case 'phase':
      return printText(shell, sayConsult(`phase-${update.phase}`)[lang], 5);
    case 'condition':
      return printText(
        shell,
        sayConsult(update.holds ? 'condition-holds' : 'condition-ends', { on: name(update.on) })[lang],
        5,
      );
    case 'holder':
      return printText(
        shell,
        sayConsult(update.acting ? 'holder-acting' : 'holder', {
          seat: name(update.seat),
          holder: update.holder,
        })[lang],
        5,
      );
  }
}

/** A refusal: why, what is missing, and the rules with their sources. */
export function printRefusal(shell: Shell, arrangement: Arrangement, refusal: consultation.Refusal): void {
  const { err, lang } = shell;
  err.print(err.style('red', consultation.explain(arrangement, refusal)[lang]));
  for (const each of refusal.missing ?? []) err.print(`  → ${showAct(each)}`);
  if (refusal.code === 'not-proper') err.print(`  ${sayConsult('departure-hint')[lang]}`);
  if (refusal.code === 'unsettled') err.print(`  ${sayConsult('relying-hint')[lang]}`);
  printGrounds({ ...shell, out: err }, arrangement, refusal.grounds);
}

export function printView(shell: Shell, arrangement: Arrangement, view: Shown, all: boolean): void {
  const { lang, out } = shell;
  const say = (key: ConsultKey, fillings: Parameters<typeof sayConsult>[1] = {}): string =>
    sayConsult(key, fillings)[lang];
  const matters = list(view.case.matters.map((id) => nameOf(arrangement, id)));
  out.print(out.style('bold', arrangement.name[lang]));
  if (view.kind === 'exercise') out.print(out.style('yellow', say('exercise')));
  if (view.case.zones?.scenario === 'clock') out.print(out.style('yellow', say('scenario-time')));
  if (view.whatIf) out.print(out.style('yellow', say('what-if')));
  printText(shell, say('about', { matters, day: view.case.at, phase: sayConsult(`phase-${view.phase}`) }));
  printHeading(shell, say('heading-history'));
  for (const item of view.history) printItem(shell, arrangement, item.number, item);
  if (view.options) printOptions(shell, arrangement, view.options, all);
  printHeading(shell, say('heading-due'));
  if (view.due.length === 0) printText(shell, say('nothing'), 2);
  for (const each of view.due) printText(shell, dueInWords(arrangement, each)[lang], 2);
}

function untilInWords(until: number | null) {
  return until === null ? sayConsult('no-limit') : sayConsult('until', { moment: showInstant(until) });
}

/** A silence, an answer or a duty that somebody owes. */
function dutyInWords(
  arrangement: Arrangement,
  { act, from, of, what }: Pick<consultation.Due, 'act' | 'from' | 'of' | 'what'>,
) {
  return sayConsult(`due-${what}`, {
    from: nameOf(arrangement, from),
    act: act ? actInWords(arrangement, act) : plain(''),
    of: what === 'duty' ? nameOf(arrangement, of) : plain(of),
  });
}

function dueInWords(arrangement: Arrangement, due: consultation.Due) {
  return sayConsult(due.overdue ? 'due-overdue' : 'due', {
    what: dutyInWords(arrangement, due),
    until: due.held ? sayConsult('clock-stands') : untilInWords(due.until),
  });
}

const MARKS = { proper: '✓', departure: '!', unsettled: '?', refused: '✗' } as const;
const ORDER = Object.keys(MARKS);

function printOptions(
  shell: Shell,
  arrangement: Arrangement,
  options: consultation.Options,
  all: boolean,
): void {
  const { lang, out } = shell;
  printHeading(shell, sayConsult('heading-acts')[lang]);
  const acts = options.acts
    .filter(({ may }) => all || may !== 'refused')
    .toSorted((a, b) => ORDER.indexOf(a.may) - ORDER.indexOf(b.may));
  if (acts.length === 0) printText(shell, sayConsult('nothing')[lang], 2);
  for (const { act, may, missing } of acts) {
    printText(
      shell,
      `${MARKS[may]} ${actInWords(arrangement, act)[lang]}  ${out.style('dim', showAct(act))}`,
      2,
    );
    const first =
      missing === null ? sayConsult('never') : list(missing.map((each) => actInWords(arrangement, each)));
    if (may !== 'proper') printText(shell, out.style('dim', sayConsult(`may-${may}`, { first })[lang]), 6);
  }
  const refused = options.acts.length - acts.length;
  if (refused > 0)
    printText(shell, out.style('dim', sayConsult('more-refused', { count: refused })[lang]), 2);
  printHeading(shell, sayConsult('heading-prospects')[lang]);
  for (const { act, awaited, done, heldUpBy, objection, way } of options.prospects) {
    const state = done ? 'prospect-done' : way === null ? 'prospect-none' : 'prospect-open';
    printText(shell, sayConsult(state, { act: actInWords(arrangement, act) })[lang], 2);
    for (const each of awaited)
      printText(
        shell,
        sayConsult('awaited', {
          seat: nameOf(arrangement, each.seat),
          act: actInWords(arrangement, each.act),
          until: untilInWords(each.until),
        })[lang],
        4,
      );
    if (heldUpBy.length > 0)
      printText(
        shell,
        sayConsult('held-up-by', { seats: list(heldUpBy.map((id) => nameOf(arrangement, id))) })[lang],
        4,
      );
    if (!done && objection !== 'recorded')
      printText(shell, out.style('dim', sayConsult(`objection-${objection}`)[lang]), 4);
  }
}
