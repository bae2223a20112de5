/** The statements on the tables of a SQLite store. Whoever writes has begun a transaction. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { namesIn, settle, type Written } from '../change.ts';
import { Places, streamPieces, type Row } from '../pieces.ts';
import type { Cell, Change, Name, Piece, Version } from '../store.ts';

interface StreamRow {
  readonly id: number;
  readonly length: number;
}

export class Tables {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Prepared when first used. */
  #sql(text: string): StatementSync {
    const made = this.#statements.get(text) ?? this.#db.prepare(text);
    this.#statements.set(text, made);
    return made;
  }

  #stream(name: Name): StreamRow | undefined {
    return this.#sql('SELECT id, length FROM streams WHERE name = ?').get(name) as StreamRow | undefined;
  }

  /** Settles changes against what is there and writes what they come to. */
  change(changes: readonly Change[]): Written {
    const names = namesIn(changes);
    const lengths = names.streams.flatMap((name): [Name, number][] => {
      const stream = this.#stream(name);
      return stream ? [[name, stream.length]] : [];
    });
    const versions = names.cells.flatMap((name): [Name, Version][] => {
      const cell = this.get(name);
      return cell ? [[name, cell.version]] : [];
    });
    const counter = this.#sql('SELECT version FROM counter').get() as { version: number };
    let given = counter.version;
    const written = settle(changes, {
      lengths: new Map(lengths),
      versions: new Map(versions),
      next: () => (given += 1) as Version,
    });
    for (const [stream, { from, rows }] of written.grown) this.#grow(stream, from, rows);
    for (const [cell, { version, value }] of written.cells) {
      if (value === null) this.#sql('DELETE FROM cells WHERE name = ?').run(cell);
      else this.#put(cell, version, value);
    }
    if (given > counter.version) this.#sql('UPDATE counter SET version = ?').run(given);
    return written;
  }

  #grow(stream: Name, from: number, rows: readonly Uint8Array[]): void {
    const { id } = this.#sql(
      `INSERT INTO streams (name, length) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET length = excluded.length RETURNING id`,
    ).get(stream, from + rows.length) as unknown as StreamRow;
    const insert = this.#sql('INSERT INTO stream_rows (stream, place, data) VALUES (?, ?, ?)');
    for (const [index, row] of rows.entries()) insert.run(id, from + index, row);
  }

  #put(cell: Name, version: Version, value: Uint8Array): void {
    this.#sql(
      `INSERT INTO cells (name, version, value) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET version = excluded.version, value = excluded.value`,
    ).run(cell, version, value);
  }

  read(stream: Name, from: number, limit: number): readonly Uint8Array[] {
    const found = this.#sql(
      `SELECT data FROM stream_rows
       WHERE stream = (SELECT id FROM streams WHERE name = ?) AND place >= ? ORDER BY place LIMIT ?`,
    ).all(stream, from, limit) as unknown as readonly { readonly data: Uint8Array }[];
    return found.map(({ data }) => data);
  }

  length(stream: Name): number {
    return this.#stream(stream)?.length ?? 0;
  }

  get(cell: Name): Cell | undefined {
    const found = this.#sql('SELECT name AS cell, value, version FROM cells WHERE name = ?').get(cell);
    return found && ({ ...found } as unknown as Cell);
  }

  list(prefix: Name, after: Name, limit: number): readonly Cell[] {
    // Names end at "~", before DEL.
    const found = this.#sql(
      `SELECT name AS cell, value, version FROM cells
       WHERE name >= ?1 AND name < ?1 || char(127) AND name > ?2 ORDER BY name LIMIT ?3`,
    ).all(prefix, after, limit);
    return found.map((row) => ({ ...row }) as unknown as Cell);
  }

  isEmpty(): boolean {
    return this.#sql('SELECT 1 FROM streams UNION ALL SELECT 1 FROM cells LIMIT 1').get() === undefined;
  }

  /** Everything, within a transaction of its own for as long as it is read. */
  async *pieces(): AsyncGenerator<Piece> {
    const rows = this.#sql(
      `SELECT streams.name, stream_rows.place, stream_rows.data
       FROM streams CROSS JOIN stream_rows ON stream_rows.stream = streams.id ORDER BY streams.name, stream_rows.place`,
    ).iterate() as unknown as Iterable<Row>;
    yield* streamPieces(rows);
    const cells = this.#sql('SELECT name AS cell, value FROM cells ORDER BY name').iterate();
    for (const { cell, value } of cells as unknown as Iterable<Extract<Piece, { cell: Name }>>) {
      yield { cell, value };
    }
  }

  /** Adds all pieces to what is empty. */
  async fill(pieces: AsyncIterable<Piece>): Promise<void> {
    const places = new Places();
    let version = 0;
    for await (const piece of pieces) {
      if ('stream' in piece) {
        places.add(piece);
        this.#grow(piece.stream, piece.from, piece.rows);
      } else {
        version += 1;
        this.#put(piece.cell, version as Version, piece.value);
      }
    }
    this.#sql('UPDATE counter SET version = ?').run(version);
  }
}
