/** What every section of an after-action report needs: the data, the language, and names in place of ids. */
import { nameOf, ruleName, type exercise, type Lang, type Text } from '@foedus/kernel';
import type { Fillings } from '@foedus/kernel/text';
import type { TableBlock } from './content.ts';
import { sayReport, type ReportKey } from './words.ts';

/** A measure's table, in words of its own. */
export interface MeasureTable {
  readonly caption: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly (Text | string | number)[])[];
}

export interface AfterAction {
  readonly stage: exercise.Stage;
  readonly state: exercise.Exercise;
  /** What was measured from the record. */
  readonly measures: readonly MeasureTable[];
}

export interface Context extends AfterAction {
  readonly lang: Lang;
  readonly say: (key: ReportKey, fillings?: Fillings) => string;
  /** A text for people that may lack the language. */
  readonly word: (wording: exercise.Wording | undefined) => string;
  readonly participant: (id: string) => string;
  readonly seat: (id: string) => string;
  /** Rules and clauses, by their names. */
  readonly rules: (list: readonly string[]) => string;
  readonly evidence: (list: readonly exercise.Evidence[]) => string;
  /** `T+01:15`. */
  readonly elapsed: (elapsed: exercise.Elapsed) => string;
  readonly table: (
    caption: string,
    columns: readonly (readonly [ReportKey, number])[],
    rows: TableBlock['rows'],
  ) => TableBlock;
}

export function contextOf(data: AfterAction, lang: Lang): Context {
  const { stage, state } = data;
  const { arrangement, scenario } = stage;
  const say = (key: ReportKey, fillings?: Fillings): string => sayReport(key, fillings)[lang];
  const word = (wording: exercise.Wording | undefined): string =>
    wording?.[lang] ?? wording?.en ?? wording?.ko ?? wording?.ja ?? '';
  const seat = (id: string): string => nameOf(arrangement, id)[lang];
  const messages = new Map(state.messages.map((message) => [message.id, message.text]));
  const refusals = new Map(state.refusals.map((refusal) => [refusal.id, refusal]));
  const one = (evidence: exercise.Evidence): string => {
    switch (evidence.of) {
      case 'entry': {
        const consultation =
          word(scenario.consultations.get(evidence.consultation)?.name) || evidence.consultation;
        return say('evidence-entry', { id: evidence.entry, consultation });
      }
      case 'inject':
        return say('evidence-inject', { id: evidence.inject });
      case 'message':
        return say('evidence-message', { text: messages.get(evidence.message) ?? evidence.message });
      case 'refusal': {
        const refusal = refusals.get(evidence.refusal);
        return say('evidence-refusal', {
          command: refusal?.command ?? evidence.refusal,
          seat: refusal ? seat(refusal.seat) : '',
        });
      }
    }
  };
  return {
    ...data,
    lang,
    say,
    word,
    seat,
    participant: (id) => state.participants.get(id)?.name ?? id,
    rules: (list) => list.map((rule) => ruleName(arrangement, rule)[lang]).join('; '),
    evidence: (list) => list.map(one).join('; '),
    elapsed: showElapsed,
    table: (caption, columns, rows) => ({
      of: 'table',
      caption,
      columns: columns.map(([key, width]) => ({ heading: say(key), width })),
      rows,
      none: say('none'),
    }),
  };
}

export function showElapsed(elapsed: exercise.Elapsed): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(elapsed / 1000);
  const rest = seconds % 60;
  return `T+${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** `2026-11-22 09:05Z`: a moment as records have it. */
export function showMoment(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
