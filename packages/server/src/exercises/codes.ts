/**
 * Join codes: with one, somebody takes part in an exercise, in the role and at the seat for which it was made. They follow from the server's key, so
 * that they can be shown to the director again; the store holds their hashes.
 */
import { createHmac } from 'node:crypto';
import type { exercise } from '@foedus/kernel';
import { get, put, remove, valueOf } from '../accounts/keep/cells.ts';
import { hash, newId } from '../accounts/keep/secret.ts';
import type { Put, Store } from '../store/store.ts';
import type { ExerciseId } from './meta.ts';

/** As what one takes part. */
export type Part = Omit<exercise.Participant, 'id' | 'name' | 'dismissed'>;

export interface Code extends Part {
  readonly id: string;
  /** How many may still join with it; absent: as many as want. */
  readonly uses?: number;
  /** How many have. */
  readonly used: number;
}

interface KeptCode extends Code {
  readonly exercise: ExerciseId;
}

/** Crockford's: no letter that is taken for a digit or another letter. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const MOST = 1000;

/** 60 bits, `K7QM-2XNP-9RTD`. */
export function codeOf(key: Uint8Array, exercise: ExerciseId, id: string): string {
  const bytes = createHmac('sha256', key)
    .update(JSON.stringify(['join', exercise, id]))
    .digest();
  const letters = [...bytes.subarray(0, 12)].map((byte) => ALPHABET[byte & 31]!).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** As it is kept, however somebody typed it. */
function plainOf(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

function nameOfCode(code: string): string {
  return `join/${hash(plainOf(code))}`;
}

function nameInList(exercise: ExerciseId, id: string): string {
  return `join-of/${exercise}/${id}`;
}

/** Where the pages take a code. What follows `#` is sent to no server. */
export function joinLink(origin: string, code: string): string {
  return `${origin}/join#${code}`;
}

export async function makeCode(
  store: Store,
  key: Uint8Array,
  exercise: ExerciseId,
  part: Part & { readonly uses?: number },
): Promise<Code> {
  const code: Code = { id: newId(), used: 0, ...part };
  const cell = nameOfCode(codeOf(key, exercise, code.id));
  await store.commit({
    puts: [
      put(cell, 'absent', { ...code, exercise } satisfies KeptCode),
      put(nameInList(exercise, code.id), 'absent', cell),
    ],
  });
  return code;
}

export async function codesOf(store: Store, exercise: ExerciseId): Promise<readonly Code[]> {
  const prefix = nameInList(exercise, '');
  const cells = await store.list(prefix, prefix, MOST);
  const kept = await Promise.all(cells.map(({ value }) => get<KeptCode>(store, valueOf<string>(value))));
  return kept.flatMap((each) => (each ? [each.value] : []));
}

/** Nobody joins with it any more; who has, stays. */
export async function endCode(store: Store, exercise: ExerciseId, id: string): Promise<boolean> {
  const listed = await store.get(nameInList(exercise, id));
  const kept = listed && (await store.get(valueOf<string>(listed.value)));
  if (!kept) return false;
  const { ok } = await store.commit({
    puts: [remove(kept.cell, kept.version), remove(listed.cell, listed.version)],
  });
  return ok;
}

export interface Usable {
  readonly exercise: ExerciseId;
  readonly part: Part;
  /** Uses it once. */
  readonly use: Put;
}

/** What a code opens; `undefined`: nothing, and nobody is told whether it was used up, ended or made up. */
export async function usableCode(store: Store, typed: string): Promise<Usable | undefined> {
  const cell = nameOfCode(typed);
  const kept = await get<KeptCode>(store, cell);
  if (!kept || kept.value.uses === 0) return undefined;
  const { exercise, id: _, used, uses, ...part } = kept.value;
  const left = uses === undefined ? {} : { uses: uses - 1 };
  return { exercise, part, use: put(cell, kept.version, { ...kept.value, used: used + 1, ...left }) };
}
