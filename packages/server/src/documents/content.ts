/** A document before it has a form: what stands in it, in one language. The forms (DOCX, HTML and PDF, XLSX) all show this. */
import type { Lang } from '@foedus/kernel';

export interface Content {
  readonly lang: Lang;
  readonly title: string;
  readonly subtitle: string;
  /** On every page: that it is an exercise. */
  readonly marking: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly of: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly of: 'paragraph'; readonly text: string; readonly strong?: true }
  | { readonly of: 'list'; readonly items: readonly string[] }
  | TableBlock
  | { readonly of: 'page-break' };

export interface TableBlock {
  readonly of: 'table';
  /** Also the name of its sheet. */
  readonly caption: string;
  readonly columns: readonly {
    readonly heading: string;
    /** Shares of the width. */ readonly width: number;
  }[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What stands in place of no rows. */
  readonly none: string;
}
