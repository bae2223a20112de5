/** Somebody's own copy of an arrangement: kept on this device, exported and imported as files. */
import { record } from '@foedus/kernel';
import type { Files } from '../../engine/tasks.ts';

/** The files that differ from the original. */
export function changesIn(original: Files, files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([name, text]) => original[name] !== text));
}

function keyOf(id: string): string {
  return `foedus.draft.${id}`;
}

/** The original with what was changed on this device. */
export function loadDraft(id: string, original: Files): Files {
  const stored = localStorage.getItem(keyOf(id));
  return stored === null ? original : { ...original, ...(JSON.parse(stored) as Files) };
}

export function saveDraft(id: string, original: Files, files: Files): void {
  const changes = changesIn(original, files);
  if (Object.keys(changes).length === 0) localStorage.removeItem(keyOf(id));
  else localStorage.setItem(keyOf(id), JSON.stringify(changes));
}

/** All files in one, each where its arrangement looks for it: what `tar -x` makes of it, `foedus check` reads. */
export function archiveOf(id: string, files: Files): Blob {
  const encoder = new TextEncoder();
  const bytes = Object.entries(files).map(([name, text]) => [`${id}/${name}`, encoder.encode(text)] as const);
  return new Blob([record.tarBytes(new Map(bytes))], { type: 'application/x-tar' });
}

/** Reads files that somebody chose, by their names. */
export async function readChosen(chosen: FileList): Promise<Files> {
  const read = [...chosen].map(async (file) => [file.name, await file.text()] as const);
  return Object.fromEntries(await Promise.all(read));
}
