/** Where a consultation is held: behind a server's API, or in a file of one's own. */
import type { Arrangement, consultation } from '@foedus/kernel';
import type { DocumentFile } from './document.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** A command without the time and the seat, which are said otherwise. */
export type Sent = Without<Exclude<consultation.Recorded, { readonly type: 'open' }>, 'at' | 'seat'>;
/** Whether it opens an exercise is said beside it. */
export type Opening = Omit<consultation.Open, 'at' | 'exercise'>;
export type Kind = 'live' | 'exercise';

/** A view with what it was made for. */
export interface Shown extends consultation.View {
  readonly kind: Kind;
  /** The number of the last update that is contained. */
  readonly cursor: number;
  /** Milliseconds since 1970. */
  readonly now: consultation.Instant;
}

export type Acted =
  | {
      readonly ok: true;
      readonly id: string;
      /** When it was recorded; milliseconds since 1970. */
      readonly at: number;
      readonly standing?: consultation.SeenEntry['standing'];
      readonly passedOver?: readonly string[];
    }
  | { readonly ok: false; readonly refusal: consultation.Refusal };

export interface Told {
  readonly cursor: number;
  readonly update: consultation.Update;
}

/** What is supposed to happen in a fork: a command of any seat, or that nobody acts for so many seconds. */
export type Supposed =
  | (Sent & { readonly seat: string })
  | { readonly type: 'wait'; readonly seconds: number };

export interface WhatIf {
  readonly decided: readonly (
    | { readonly ok: true; readonly id?: string }
    | { readonly ok: false; readonly refusal: consultation.Refusal }
  )[];
  readonly view: Shown;
}

/** `viewer` is `seat:<id>`, `party:<id>` or `public`; a step is so many updates of that viewer. What can't be had stops the command. */
export interface Place {
  /** The arrangement as it was when the consultation was opened. */
  arrangement(): Promise<Arrangement>;
  view(viewer: string): Promise<Shown>;
  /** Acknowledged when it is recorded durably. Sent again under its key, it is recorded once. */
  act(seat: string, command: Sent): Promise<Acted>;
  /** Stores a document that the seat is about to attach to an item; nobody sees it until then. */
  store(seat: string, file: DocumentFile): Promise<consultation.Document>;
  /** What the viewer was told after a cursor, and then what happens; it ends never by itself. */
  watch(viewer: string, after: number): AsyncIterable<Told>;
  replay(viewer: string, step: number): Promise<Shown>;
  fork(viewer: string, step: number, supposed: readonly Supposed[]): Promise<WhatIf>;
  /** All that the viewer sees, with markings and originators. */
  exported(viewer: string): Promise<object>;
}
