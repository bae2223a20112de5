/** Scenarios that were imported from lists of events: kept on the shelf, with the file and the mapping, so that it can be read again otherwise. */
import { msel, type Arrangement, type Day, type Fault } from '@foedus/kernel';
import type { Shelf } from '../cases/arrangements.ts';
import { decode, encode, hashOf } from '../cases/bytes.ts';
import { importList, MAPPING_FILE, type ImportReply } from '../msel/index.ts';
import type { ReadShelved } from './shelf.ts';
import type { Store } from '../store/store.ts';
import {
  attachmentCell,
  freezeScenario,
  readScenarioFrom,
  thawShelved,
  type ShelvedScenario,
} from './shelf.ts';

/** What is said of a file besides what it holds. */
export interface ImportFrom {
  /** Its name. */
  readonly file: string;
  readonly arrangement: string;
  readonly at: Day;
  /** As `mapping.yaml` has it; empty: none. */
  readonly mapping: string;
}

export interface ImportedList {
  readonly scenario: string;
  readonly report: readonly msel.RowReport[];
  /** With all that was supposed. */
  readonly mapping: string;
}

export type ImportOutcome =
  | { readonly ok: true; readonly value: ImportedList }
  | { readonly ok: false; readonly fault: msel.MselFault }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly report: readonly msel.RowReport[] };

interface KeptImport {
  /** Of the frozen scenario, and of the file. */
  readonly hash: string;
  readonly list: string;
  readonly from: ImportFrom;
}

const IMPORTED = 'imported-scenario/';
const MOST = 1000;

/** Reads a file and puts the scenario on the shelf, in the place of an earlier import of the same id. */
export async function importScenario(
  store: Store,
  shelf: Shelf,
  bytes: Uint8Array,
  from: ImportFrom,
): Promise<ImportOutcome> {
  const arrangementOf = (id: string): Arrangement | undefined => shelf.arrangements.get(id)?.arrangement;
  const mapping = mappingOf(from.mapping);
  if (!mapping.ok) return { ok: false, faults: mapping.faults, report: [] };
  const reply: ImportReply = importList(bytes, { ...from, arrangementOf, mapping: mapping.value });
  if (!reply.ok && 'fault' in reply) return reply;
  if (!reply.ok) return { ok: false, faults: reply.faults, report: reply.reading.report };
  const { files, id, reading } = reply.value;
  const texts = [...files].flatMap(([path, content]) =>
    typeof content === 'string' ? [[path, content] as const] : [],
  );
  const read = readScenarioFrom(Object.fromEntries(texts), shelf, (path) => {
    const content = files.get(path);
    return typeof content === 'string' ? undefined : content;
  });
  if (!read.ok) return { ok: false, faults: read.faults, report: reading.report };
  await keep(store, read.value, bytes, from);
  return {
    ok: true,
    value: { scenario: id, report: reading.report, mapping: String(files.get(MAPPING_FILE)) },
  };
}

function mappingOf(text: string) {
  return text.trim() === ''
    ? ({ ok: true, value: msel.NO_MAPPING } as const)
    : msel.readMapping(MAPPING_FILE, text);
}

async function keep(
  store: Store,
  shelved: ShelvedScenario,
  bytes: Uint8Array,
  from: ImportFrom,
): Promise<void> {
  await freezeScenario(store, shelved);
  const list = hashOf(bytes);
  // A conflict says that it is there already.
  await store.commit({ puts: [{ cell: attachmentCell(list), over: 'absent', value: bytes }] });
  const cell = `${IMPORTED}${shelved.scenario.id}`;
  const before = await store.get(cell);
  const kept: KeptImport = { hash: shelved.hash, list, from };
  await store.commit({ puts: [{ cell, over: before?.version ?? 'absent', value: encode(kept) }] });
}

/** The file that a scenario was imported from, and what was said of it. */
export async function importedFrom(
  store: Store,
  scenario: string,
): Promise<{ readonly from: ImportFrom; readonly bytes: Uint8Array } | undefined> {
  const cell = await store.get(`${IMPORTED}${scenario}`);
  const kept = cell && (decode(cell.value) as KeptImport);
  const bytes = kept && (await store.get(attachmentCell(kept.list)));
  return bytes && { from: kept.from, bytes: bytes.value };
}

/**
 * The scenarios that were imported and can be read under the arrangements that lie on the shelf now. What was read before, by its hash, is not read
 * again.
 */
export async function importedScenarios(
  store: Store,
  shelf: Shelf,
  known: Map<string, ReadShelved>,
): Promise<readonly ShelvedScenario[]> {
  const cells = await store.list(IMPORTED, IMPORTED, MOST);
  const found: ShelvedScenario[] = [];
  for (const { value } of cells) {
    const { hash } = decode(value) as KeptImport;
    const read = known.get(hash) ?? (await thawShelved(store, hash, shelf));
    known.set(hash, read);
    if (read.ok) found.push(read.value);
  }
  return found;
}
