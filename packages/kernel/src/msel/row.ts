/** A row of a master scenario events list, between the spreadsheet and the scenario: what was read, and all that stood there. */
import type { Duration } from '../arrangement/formula.ts';
import type { InjectKind, InjectStatus, Method, Wording } from '../exercise/scenario/model.ts';

export interface MselRow {
  /** Where it stood, for reports; no part of what it says. */
  readonly at: { readonly sheet: string; readonly row: number };
  readonly serial: string;
  /** The heading of the section that it stood under. */
  readonly part: string;
  readonly due: RowDue;
  readonly kind: InjectKind;
  readonly status: InjectStatus;
  readonly method: Method;
  readonly from: Wording;
  /** Names or ids of cells and seats, as the list has them. */
  readonly to: readonly string[];
  readonly title: Wording;
  readonly text: Wording;
  /** One expectation a line. */
  readonly expected: Wording;
  /** Names or ids of critical tasks. */
  readonly tasks: readonly string[];
  /** A name or id. */
  readonly controller: string;
  readonly notes: Wording;
  /** Files, by their paths in the scenario's folder. */
  readonly attachments: readonly string[];
  /** What of the inject has no column, in the scenario's own language (YAML): conditions, world changes. */
  readonly rest: string;
  /** Columns that have no meaning here, and texts that were read as something else, by their headings, as they stood. */
  readonly extra: Readonly<Record<string, string>>;
}

export type RowDue =
  /** After STARTEX. */
  | { readonly type: 'time'; readonly after: Duration }
  /** When a controller wants it. */
  | { readonly type: 'reserve' }
  /** Its condition is in `rest`. */
  | { readonly type: 'branch' };

/** What a row says, without where it stood: two rows with the same are the same. */
export function contentOf({ at: _at, ...content }: MselRow): Omit<MselRow, 'at'> {
  return content;
}
