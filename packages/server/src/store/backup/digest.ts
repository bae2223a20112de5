/** What a store holds, in one hash and three numbers. */
import { createHash } from 'node:crypto';
import type { Name, Piece } from '../store.ts';

export interface Extent {
  readonly streams: number;
  readonly rows: number;
  readonly cells: number;
}

/**
 * SHA-256 over the contents in the order of a snapshot, however that is cut into pieces: for each stream `s` and its name, then for each of its
 * rows `r` and the row; for each cell `c`, its name and its value. Before each name, row and value stands its length in bytes (four, the
 * highest first), so that no two contents are written alike.
 */
export class Digest {
  readonly #hash = createHash('sha256');
  #stream: Name | undefined;
  #extent: Extent = { streams: 0, rows: 0, cells: 0 };

  /** Passes the pieces on, and takes each into account. */
  async *through(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
    for await (const piece of pieces) {
      this.#add(piece);
      yield piece;
    }
  }

  get extent(): Extent {
    return this.#extent;
  }

  /** In hexadecimal. Asked for once, at the end. */
  sha256(): string {
    return this.#hash.digest('hex');
  }

  #add(piece: Piece): void {
    const { streams, rows, cells } = this.#extent;
    if ('cell' in piece) {
      this.#hash.update('c');
      this.#text(Buffer.from(piece.cell));
      this.#text(piece.value);
      this.#extent = { streams, rows, cells: cells + 1 };
      return;
    }
    const starts = piece.stream !== this.#stream;
    if (starts) {
      this.#stream = piece.stream;
      this.#hash.update('s');
      this.#text(Buffer.from(piece.stream));
    }
    for (const row of piece.rows) {
      this.#hash.update('r');
      this.#text(row);
    }
    this.#extent = { streams: streams + (starts ? 1 : 0), rows: rows + piece.rows.length, cells };
  }

  #text(bytes: Uint8Array): void {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    this.#hash.update(length).update(bytes);
  }
}
