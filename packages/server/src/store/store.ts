/**
 * Where everything that must not be lost is kept: streams that only grow, and cells that hold one value each. Nothing else is asked of a
 * store, so that an embedded one and a server give the same promises, which one suite of tests holds both to.
 */

/** A name of printable ASCII without spaces, at most 512 characters: `case/7f3a`, `log/rok.example/record`. */
export type Name = string;

/** Rows to add to a stream: all of them, next to each other, or none. No rows at a number only ask that the stream be so long. */
export interface Append {
  readonly stream: Name;
  /** The length that the stream has to have, so that nothing was added since it was read; `end`: wherever it ends. */
  readonly at: number | 'end';
  readonly rows: readonly Uint8Array[];
}

/** A new value of a cell; `null` removes it. Nothing, put over `absent`, only asks that the cell not be there. */
export interface Put {
  readonly cell: Name;
  /** The version that it has to have; `absent`: it must not be there. */
  readonly over: Version | 'absent';
  readonly value: Uint8Array | null;
}

/** Never given twice by one store, and growing: a cell that is removed and made anew is not taken for what it was. */
export type Version = number & { readonly __version: true };

/** What is done at once or not at all. */
export interface Change {
  readonly appends?: readonly Append[];
  readonly puts?: readonly Put[];
}

/**
 * `starts` and `versions` are in the order of the appends and puts; a removal has a version too. A conflict names the first stream or else the
 * first cell that was not as expected; then nothing was done.
 */
export type Commit =
  | { readonly ok: true; readonly starts: readonly number[]; readonly versions: readonly Version[] }
  | { readonly ok: false; readonly conflict: Name };

export interface Cell {
  readonly cell: Name;
  readonly value: Uint8Array;
  readonly version: Version;
}

/** A part of a snapshot. The rows of a stream come in their order; a stream may come in several parts. */
export type Piece =
  | { readonly stream: Name; readonly from: number; readonly rows: readonly Uint8Array[] }
  | { readonly cell: Name; readonly value: Uint8Array };

export interface Store {
  /**
   * Does the change durably: once the promise is kept, neither a killed process nor a power cut undoes it. Changes asked for at the same time
   * share what it costs to write them, and succeed or conflict each on its own, in the order in which they were asked for. Two appends to one
   * stream, or two puts of one cell, in one change are a defect of the caller and throw, as does a malformed name. Where the store fails, the
   * promise is broken with a `StoreError`: after `unavailable` the change did not happen; after `unknown-outcome` it has to be read back.
   */
  commit(change: Change): Promise<Commit>;
  /** At most `limit` rows from a place on; fewer, or none, when the stream ends before. A stream nobody has added to is empty. */
  read(stream: Name, from: number, limit: number): Promise<readonly Uint8Array[]>;
  /** How many rows the stream has. */
  length(stream: Name): Promise<number>;
  get(cell: Name): Promise<Cell | undefined>;
  /** The cells whose names begin with `prefix` and come after `after`, in the order of their bytes; at most `limit`. */
  list(prefix: Name, after: Name, limit: number): Promise<readonly Cell[]>;
  /**
   * Does work when nobody else works under this name, here or in another process on the same store; who waits is let in first come, first served. It
   * spares those who would lose a race after the other, and makes nothing right: where a process has its turn for too long, or the way to the
   * store is broken, others don't wait, so what is committed still has to say what it goes on from. Work may not wait for a turn itself.
   */
  inTurn<T>(name: Name, work: () => Promise<T>): Promise<T>;
  /**
   * Rings when something was committed, here or by another process on the same store: with the names of the streams that grew or, when some
   * may have been missed, with `null`. It may ring too often, and says nothing of what was added. Returns what ends it.
   */
  watch(ring: (streams: readonly Name[] | null) => void): () => void;
  /** All there is at the moment of the first step, whatever is committed meanwhile: streams, then cells, each in the order of their bytes. */
  snapshot(): AsyncIterable<Piece>;
  /** Fills a store that is empty, at once or not at all; throws `not-empty` when it is not. What the pieces throw is thrown, and nothing kept. */
  fill(pieces: AsyncIterable<Piece>): Promise<void>;
  /** What is under way is finished; afterwards every call throws `closed`. */
  close(): Promise<void>;
}
