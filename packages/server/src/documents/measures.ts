/** Measures of an exercise as the tables of its report; a table of which nothing was measured is left out. */
import { actInWords, nameOf, type exercise, type Text } from '@foedus/kernel';
import { catalogue, plain } from '@foedus/kernel/text';
import type { MeasureTable } from './context.ts';
import en from './measures.en.json' with { type: 'json' };
import ja from './measures.ja.json' with { type: 'json' };
import ko from './measures.ko.json' with { type: 'json' };

export const MEASURE_MESSAGES = { en, ko, ja };
const say = catalogue(MEASURE_MESSAGES);
type Key = keyof typeof en;
type Cell = Text | string | number;

export function measureTables(
  { arrangement, scenario }: exercise.Stage,
  measures: exercise.Measures,
): readonly MeasureTable[] {
  const seat = (id: string): Text => nameOf(arrangement, id);
  const named = (id: string): Text => whole(scenario.consultations.get(id)?.name, id);
  const of = (
    caption: Key,
    columns: readonly Key[],
    rows: (measured: exercise.ConsultationMeasures) => readonly (readonly Cell[])[],
  ): MeasureTable => ({
    caption: say(caption),
    columns: [say('consultation'), ...columns.map((key) => say(key))],
    rows: measures.consultations.flatMap((each) =>
      rows(each).map((row) => [named(each.consultation), ...row]),
    ),
  });
  const lapse = (kind: Key, what: Cell, { from, until }: exercise.Lapse<unknown>): readonly Cell[] => [
    say(kind),
    what,
    span(from),
    until === null ? say('to-the-end') : span(until),
  ];
  const { injects, messages } = measures;
  const tables: readonly MeasureTable[] = [
    {
      caption: say('measures-summary'),
      columns: [say('figure'), say('value')],
      rows: [
        [say('lasted'), span(measures.lasted)],
        [say('injects-sent'), injects.sent],
        [say('injects-not-sent'), injects.notSent],
        [say('written'), messages.written],
        [say('unanswered'), messages.unanswered.length],
        [say('unowned'), messages.unowned.length],
        [say('refused'), measures.refused.length],
      ],
    },
    of('to-consult', ['after'], ({ toConsult }) => [[toConsult === null ? say('nobody') : span(toConsult)]]),
    of('outcomes', ['act', 'reached', 'standing', 'shortest'], ({ outcomes }) =>
      outcomes.map(({ act, at, shortest, standing }) => [
        actInWords(arrangement, act),
        at === null ? say('not-reached') : span(at),
        standing === undefined ? say('unknown') : say(`standing-${standing}`),
        shortest === null ? say('unknown') : span(shortest),
      ]),
    ),
    of('concurrences', ['act', 'after'], ({ concurrences }) =>
      concurrences.map(({ act, at }) => [actInWords(arrangement, act), span(at)]),
    ),
    of('never-consulted', ['seat'], ({ neverConsulted }) => neverConsulted.map((id) => [seat(id)])),
    of('departures', ['act', 'after', 'why', 'passed-over'], ({ departures }) =>
      departures.map(({ act, at, passedOver, why }) => [
        actInWords(arrangement, act),
        span(at),
        why,
        passedOver.join(', '),
      ]),
    ),
    of('missed', ['what', 'from'], ({ missed }) => missed.map(({ from, of: what }) => [what, seat(from)])),
    of('lapses', ['what', 'seat', 'from', 'until'], ({ absences, linksDown, suspensions }) => [
      ...linksDown.map((each) =>
        lapse('link', [each.of.of, each.of.with].filter((end) => end !== undefined).join(' – '), each),
      ),
      ...absences.map((each) => lapse('absence', seat(each.of), each)),
      ...suspensions.map((each) => lapse('suspension', seat(each.of), each)),
    ]),
    of('versions', ['text', 'count'], ({ versions }) =>
      versions.map(({ count, name }) => [nameOf(arrangement, name), count]),
    ),
    {
      caption: say('received'),
      columns: [say('inject'), say('to'), say('after')],
      rows: injects.received.map(({ after, inject, to }) => [
        plain(inject),
        scenario.cells.has(to) ? whole(scenario.cells.get(to)!.name, to) : seat(to),
        after === null ? say('not-acknowledged') : span(after),
      ]),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** A text that may lack languages, in all of them. */
function whole(name: exercise.Wording | undefined, id: string): Text {
  const any = name?.en ?? name?.ko ?? name?.ja ?? id;
  return { en: name?.en ?? any, ko: name?.ko ?? any, ja: name?.ja ?? any };
}

/** `1:05:30`, from milliseconds. */
function span(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
}
