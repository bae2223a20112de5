/** A sheet to be written: headings above rows of texts. */

export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface TableColumn {
  /** Empty in all columns: the sheet has no row of headings. */
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly wraps: boolean;
  /** What a cell is to be chosen from. */
  readonly choices?: readonly string[];
}
