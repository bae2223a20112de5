/** The key of the server's seals: made when it is first needed, and the same for every process on one store. */
import { randomBytes } from 'node:crypto';
import { get, put } from './cells.ts';
import type { Store } from '../../store/store.ts';

const CELL = 'secret/seal';

export async function sealKey(store: Store): Promise<Uint8Array> {
  const made = { key: randomBytes(32).toString('base64url') };
  await store.commit({ puts: [put(CELL, 'absent', made)] });
  // Whoever was first, what is kept now is what all use.
  const kept = await get<typeof made>(store, CELL);
  return Buffer.from((kept?.value ?? made).key, 'base64url');
}
