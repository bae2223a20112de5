/** The arrangement of a case: as its files were when the case was opened, read once for all cases that have the same. */
import type { Arrangement } from '@foedus/kernel';
import { caseFiles, caseHead, type CaseHead } from '../api/cases.ts';
import { Trouble } from '../api/problem.ts';
import { askWorker } from '../engine/ask.ts';

export interface OpenedCase {
  readonly head: CaseHead;
  readonly arrangement: Arrangement;
}

const known = new Map<string, Promise<Arrangement>>();

async function read({ hash, id }: CaseHead): Promise<Arrangement> {
  const { files } = await caseFiles(id);
  const found = await askWorker('read', { key: `frozen ${hash}`, files });
  // INVARIANT: the server opens no case under an arrangement with faults.
  if (!found.ok) throw new Trouble('failed');
  return found.value;
}

export async function openedCase(id: string): Promise<OpenedCase> {
  const head = await caseHead(id);
  const reading = known.get(head.hash) ?? read(head);
  known.set(head.hash, reading);
  reading.catch(() => known.delete(head.hash));
  return { head, arrangement: await reading };
}
