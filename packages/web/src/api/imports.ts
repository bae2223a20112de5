/** Bringing in lists of events. */
import type { Day, Text } from '@foedus/kernel';
import { send, type Answer } from './send.ts';

/** What became of a row of the file. */
export interface RowTold {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: 'taken' | 'remarked' | 'left-out';
  /** Of the inject that it became. */
  readonly serial?: string;
  readonly remarks: readonly { readonly code: string; readonly cell: string; readonly says: Text }[];
}

export interface Imported {
  readonly scenario: string;
  readonly report: readonly RowTold[];
  /** How it was read, with all that was supposed: YAML. */
  readonly mapping: string;
}

export function importList(file: File, arrangement: string, at: Day): Promise<Answer<Imported>> {
  const query = new URLSearchParams({ arrangement, at, name: file.name });
  // It is bytes to the server, whatever the browser takes it for.
  const bytes = new Blob([file], { type: 'application/octet-stream' });
  return send(`/api/v1/scenarios/import?${query}`, { file: bytes });
}

/** Reads the same file again. */
export function readAgain(scenario: string, mapping: string): Promise<Answer<Imported>> {
  return send(`/api/v1/scenarios/${encodeURIComponent(scenario)}/mapping`, {
    method: 'PUT',
    json: { mapping },
  });
}
