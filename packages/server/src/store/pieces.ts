/** Rows of a table of all streams, as the pieces of a snapshot. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Name, Piece } from './store.ts';

export interface Row {
  readonly name: Name;
  readonly place: number;
  readonly data: Uint8Array;
}

/** A piece is no larger than this, so that a snapshot takes little memory, and others get their turn between two pieces. */
const MOST_ROWS = 500;
const MOST_BYTES = 1 << 20;

/** Joins rows, which come in their order, into pieces. */
export async function* streamPieces(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<Piece> {
  let stream = '';
  let from = 0;
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const { name, place, data } of rows) {
    if (name !== stream || held.length === MOST_ROWS || bytes > MOST_BYTES) {
      if (held.length > 0) {
        yield { stream, from, rows: held };
        await turn();
      }
      [stream, from, held, bytes] = [name, place, [], 0];
    }
    held.push(data);
    bytes += data.length;
  }
  if (held.length > 0) yield { stream, from, rows: held };
}

/** Follows the pieces of one store: where the next rows of a stream have to begin. Throws where pieces are out of order. */
export class Places {
  #stream: Name | undefined;
  #next = 0;

  /** The length of the stream once the piece is added. */
  add({ stream, from, rows }: Extract<Piece, { stream: Name }>): number {
    if (stream !== this.#stream) [this.#stream, this.#next] = [stream, 0];
    if (from !== this.#next)
      throw new RangeError(`the rows of ${stream} go on at ${this.#next}, not ${from}`);
    this.#next += rows.length;
    return this.#next;
  }
}
