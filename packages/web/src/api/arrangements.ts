/** The arrangements as the server has them. */
import type { Text } from '@foedus/kernel';
import { getJson } from './get.ts';

export interface ArrangementHead {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
}

/** The files of an arrangement, by the names that its own files use for each other. */
export interface ArrangementFiles {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
}

export async function listArrangements(): Promise<readonly ArrangementHead[]> {
  const { arrangements } = await getJson<{ arrangements: readonly ArrangementHead[] }>(
    '/api/v1/arrangements',
  );
  return arrangements;
}

export function arrangementFiles(id: string): Promise<ArrangementFiles> {
  return getJson(`/api/v1/arrangements/${encodeURIComponent(id)}/files`);
}
