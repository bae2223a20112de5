/** A store that forgets everything with its process, for tests of what stands above a store. */
import { Bell, type Ring } from '../bell.ts';
import { checkChange, checkName, namesIn, settle } from '../change.ts';
import { StoreError } from '../fault.ts';
import type { Cell, Change, Commit, Name, Piece, Store, Version } from '../store.ts';
import { Turns } from '../turns.ts';

interface Held {
  readonly streams: ReadonlyMap<Name, readonly Uint8Array[]>;
  readonly cells: ReadonlyMap<Name, Cell>;
}

const byName = <T>([a]: readonly [Name, T], [b]: readonly [Name, T]): number => (a < b ? -1 : 1);

export class MemoryStore implements Store {
  #held: Held = { streams: new Map(), cells: new Map() };
  #version = 0;
  #closed = false;
  readonly #bell = new Bell();
  readonly #turns = new Turns();

  async commit(change: Change): Promise<Commit> {
    this.#open();
    checkChange(change);
    const { streams, cells } = this.#held;
    const named = namesIn([change]);
    const written = settle([change], {
      lengths: new Map(named.streams.map((name) => [name, streams.get(name)?.length ?? 0])),
      versions: new Map(
        named.cells.flatMap((name) => {
          const cell = cells.get(name);
          return cell ? [[name, cell.version]] : [];
        }),
      ),
      next: () => (this.#version += 1) as Version,
    });
    const grown = new Map(streams);
    for (const [name, { rows }] of written.grown) {
      grown.set(name, [...(streams.get(name) ?? []), ...rows.map((row) => row.slice())]);
    }
    const kept = new Map(cells);
    for (const [cell, { version, value }] of written.cells) {
      if (value === null) kept.delete(cell);
      else kept.set(cell, { cell, version, value: value.slice() });
    }
    this.#held = { streams: grown, cells: kept };
    this.#bell.ring([...written.grown.keys()]);
    return written.outcomes[0]!;
  }

  async read(stream: Name, from: number, limit: number): Promise<readonly Uint8Array[]> {
    this.#open();
    checkName(stream);
    return (this.#held.streams.get(stream) ?? []).slice(from, from + limit).map((row) => row.slice());
  }

  async length(stream: Name): Promise<number> {
    this.#open();
    checkName(stream);
    return this.#held.streams.get(stream)?.length ?? 0;
  }

  async get(cell: Name): Promise<Cell | undefined> {
    this.#open();
    checkName(cell);
    const found = this.#held.cells.get(cell);
    return found && { ...found, value: found.value.slice() };
  }

  async list(prefix: Name, after: Name, limit: number): Promise<readonly Cell[]> {
    this.#open();
    return [...this.#held.cells]
      .filter(([name]) => name.startsWith(prefix) && name > after)
      .toSorted(byName)
      .slice(0, limit)
      .map(([, cell]) => ({ ...cell, value: cell.value.slice() }));
  }

  inTurn<T>(name: Name, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(name, work);
  }

  watch(ring: Ring): () => void {
    this.#open();
    return this.#bell.watch(ring);
  }

  // The maps are never changed, only replaced, so that this is what there was when it began.
  async *snapshot(): AsyncIterable<Piece> {
    this.#open();
    const { streams, cells } = this.#held;
    for (const [stream, rows] of [...streams].toSorted(byName)) yield { stream, from: 0, rows };
    for (const [cell, { value }] of [...cells].toSorted(byName)) yield { cell, value };
  }

  async fill(pieces: AsyncIterable<Piece>): Promise<void> {
    this.#open();
    const before = this.#held;
    if (before.streams.size + before.cells.size > 0) throw new StoreError('not-empty');
    const rows = new Map<Name, Uint8Array[]>();
    const values = new Map<Name, Cell>();
    for await (const piece of pieces) {
      if ('stream' in piece) {
        rows.set(piece.stream, [...(rows.get(piece.stream) ?? []), ...piece.rows]);
      } else {
        const version = (this.#version += 1) as Version;
        values.set(piece.cell, { cell: piece.cell, value: piece.value, version });
      }
    }
    if (this.#held !== before) throw new StoreError('not-empty');
    this.#held = { streams: rows, cells: values };
    this.#bell.ring(null);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#bell.clear();
  }

  #open(): void {
    if (this.#closed) throw new StoreError('closed');
  }
}
