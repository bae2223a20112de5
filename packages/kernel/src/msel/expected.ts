/** Expected actions: one a line in a list; in a scenario each has an id, and may have a condition, a task and a time. */
import type { Expectation, Wording } from '../exercise/scenario/model.ts';
import { LANGS } from '../text/lang.ts';
import { slug, Ids } from './ids.ts';
import { filled, plainExpectation, plainWording, type Plain, type PlainTable } from './plain.ts';

/** Gives ids to the expected actions of a list, in its order. */
export class ExpectationIds {
  readonly #ids = new Ids('expected', []);

  give(serial: string, number: number): string {
    return this.#ids.give(`${slug(`e ${serial}`)} ${number}`);
  }
}

/** One line for each, in every language; a line break within one would make two of it. */
export function linesOf(says: readonly Wording[]): Wording {
  return Object.fromEntries(
    LANGS.flatMap((lang) => {
      const lines = says.map((each) => each[lang]?.replaceAll(/\s*\n\s*/g, ' ').trim() ?? '');
      return lines.some((line) => line !== '') ? [[lang, lines.join('\n').trim()] as const] : [];
    }),
  );
}

/** Whether lines say all that there is of these. */
export function isPlain(expected: readonly Expectation[], ids: readonly string[]): boolean {
  const says = expected.map((each) => each.says);
  const back = saysOf(linesOf(says));
  return (
    back.length === says.length &&
    expected.every(
      ({ id, met, says: own, task, within }, index) =>
        id === ids[index] &&
        met === undefined &&
        task === undefined &&
        within === undefined &&
        LANGS.every((lang) => own[lang]?.trim() === back[index]![lang]),
    )
  );
}

/** What the lines say, one by one. */
export function saysOf(lines: Wording): Wording[] {
  const split = LANGS.flatMap((lang) => {
    const own = lines[lang]?.split('\n').map((line) => line.trim());
    return own === undefined ? [] : [[lang, own] as const];
  });
  const most = split.reduce((count, [, own]) => Math.max(count, own.length), 0);
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(split.flatMap(([lang, own]) => (own[index] ? [[lang, own[index]] as const] : []))),
  ).filter((wording) => Object.keys(wording).length > 0);
}

/** The expected actions of a row: those kept beside it, with what the lines now say of them; further lines are further ones. */
export function plainExpected(
  lines: Wording,
  kept: Plain | undefined,
  id: (number: number) => string,
): PlainTable {
  const known = typeof kept === 'object' && !Array.isArray(kept) ? Object.entries(kept as PlainTable) : [];
  const tables = known.map(([key, value]) => [key, value as PlainTable] as const);
  const shown = linesOf(tables.map(([, { says }]) => (typeof says === 'object' ? (says as Wording) : {})));
  if (LANGS.every((lang) => shown[lang] === lines[lang])) return Object.fromEntries(tables);
  return Object.fromEntries(
    saysOf(lines).map((says, index) => {
      const [key, value] = tables[index] ?? [id(index + 1), {}];
      return [key, { ...value, says: plainWording(says) }];
    }),
  );
}

export function keptExpected(expected: readonly Expectation[]): PlainTable {
  return filled(Object.fromEntries(expected.map((each) => [each.id, plainExpectation(each)])));
}
