/** Short words for the tests of a store. */
import { expect } from 'vitest';
import type { Change, Commit, Name, Piece, Store, Version } from '../../store.ts';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const text = (value: Uint8Array): string => new TextDecoder().decode(value);
export const texts = (rows: readonly Uint8Array[]): string[] => rows.map(text);

export function append(stream: Name, at: number | 'end', ...rows: readonly string[]): Change {
  return { appends: [{ stream, at, rows: rows.map(bytes) }] };
}

export function put(cell: Name, over: Version | 'absent', value: string | null): Change {
  return { puts: [{ cell, over, value: value === null ? null : bytes(value) }] };
}

/** Everything that a store holds, as text. */
export async function contents(store: Pick<Store, 'snapshot'>): Promise<Record<Name, string[] | string>> {
  const found: Record<Name, string[] | string> = {};
  for await (const piece of store.snapshot()) {
    if ('cell' in piece) found[piece.cell] = text(piece.value);
    else {
      const before = (found[piece.stream] ?? []) as string[];
      expect(piece.from).toBe(before.length);
      found[piece.stream] = [...before, ...texts(piece.rows)];
    }
  }
  return found;
}

export async function* piecesOf(...pieces: readonly Piece[]): AsyncIterable<Piece> {
  yield* pieces;
}

/** Does a change that has to succeed. */
export async function done(store: Store, change: Change): Promise<Extract<Commit, { ok: true }>> {
  const commit = await store.commit(change);
  expect(commit).toMatchObject({ ok: true });
  return commit as Extract<Commit, { ok: true }>;
}

/** The store that each test has for itself. */
export type Given = () => Store;
