/** Arrangements that have been read, each once. The worker holds them too, under the same key. */
import { arrangementFiles, listArrangements } from '../api/arrangements.ts';
import { askWorker, wakeWorker } from './ask.ts';
import type { Files, Read } from './tasks.ts';

export interface Opened {
  readonly key: string;
  readonly files: Files;
  readonly read: Read;
}

const opened = new Map<string, Promise<Opened>>();

async function load(id: string): Promise<Opened> {
  wakeWorker();
  const { files } = await arrangementFiles(id);
  return { key: id, files, read: await askWorker('read', { key: id, files }) };
}

/** Opens an arrangement; what failed is tried again when it is asked for again. */
export function open(id: string): Promise<Opened> {
  const known = opened.get(id) ?? load(id);
  opened.set(id, known);
  known.catch(() => opened.delete(id));
  return known;
}

/** Opens all arrangements: claims may speak of any. */
export async function openAll(): Promise<readonly Opened[]> {
  const heads = await listArrangements();
  return Promise.all(heads.map(({ id }) => open(id)));
}
