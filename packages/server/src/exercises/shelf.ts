/** Scenarios: those that an exercise can be made of, read from a folder or imported, and those that exercises run, frozen in the store. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { exercise, record, type Arrangement, type Fault } from '@foedus/kernel';
import type { Shelf, Shelved, Sources } from '../cases/arrangements.ts';
import { decode, encode, hashOf } from '../cases/bytes.ts';
import type { Store } from '../store/store.ts';

export const SCENARIO_FILE = 'scenario.yaml';

export interface ShelvedScenario {
  readonly scenario: exercise.Scenario;
  readonly arrangement: Shelved;
  /** Of all that makes it: its files and attachments. */
  readonly hash: string;
  readonly sources: Sources;
  /** By path. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

export interface ScenarioShelf {
  readonly scenarios: ReadonlyMap<string, ShelvedScenario>;
  /** Folders whose scenario has faults; no exercise can be made of it. */
  readonly faulty: readonly { readonly folder: string; readonly faults: readonly Fault[] }[];
}

export type ReadShelved =
  | { readonly ok: true; readonly value: ShelvedScenario }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads every scenario that lies in a folder of its own in this folder; none where there is no such folder. */
export function readScenarios(folder: string, shelf: Shelf): ScenarioShelf {
  const scenarios = new Map<string, ShelvedScenario>();
  const faulty: ScenarioShelf['faulty'][number][] = [];
  for (const each of foldersIn(folder)) {
    const read = readScenarioFrom(sourcesIn(each), shelf, (path) => attachmentIn(each, path));
    if (read.ok) scenarios.set(read.value.scenario.id, read.value);
    else faulty.push({ folder: relative(folder, each), faults: read.faults });
  }
  return { scenarios, faulty };
}

/** Where an attachment lies in the scenario's folder: beside the file that names it. */
export function pathOf({ place }: exercise.Inject, { file }: exercise.Attachment): string {
  return place.file.slice(0, place.file.lastIndexOf('/') + 1) + file;
}

/** Reads a scenario from its files. */
export function readScenarioFrom(
  files: Sources,
  shelf: Shelf,
  attachment: (path: string) => Uint8Array | undefined,
): ReadShelved {
  const used: Record<string, string> = {};
  const attachments = new Map<string, Uint8Array>();
  const read = exercise.readScenario(
    SCENARIO_FILE,
    (path) => {
      const content = files[path];
      if (content !== undefined) used[path] = content;
      return content ?? (attachment(path) && '');
    },
    (id) => shelf.arrangements.get(id)?.arrangement,
  );
  if (!read.ok) return read;
  const scenario = read.value;
  for (const inject of scenario.injects.values())
    for (const each of inject.attachments) {
      const path = pathOf(inject, each);
      const bytes = attachment(path);
      if (bytes) attachments.set(path, bytes);
    }
  // INVARIANT: what was read without faults names an arrangement of the shelf.
  const arrangement = shelf.arrangements.get(scenario.arrangement)!;
  return {
    ok: true,
    value: { scenario, arrangement, hash: hashOfAll(used, attachments), sources: used, attachments },
  };
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && !each.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .filter((path) => existsSync(join(path, SCENARIO_FILE)))
    .toSorted();
}

function sourcesIn(folder: string): Sources {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile() && each.name.endsWith('.yaml'))
    .map((each) => join(each.parentPath, each.name))
    .toSorted();
  return Object.fromEntries(
    files.map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** Nothing that lies beyond the folder. */
function attachmentIn(folder: string, path: string): Uint8Array | undefined {
  const full = join(folder, path);
  const isWithin = !relative(folder, full).startsWith('..') && basename(full) !== '';
  return isWithin && existsSync(full) ? new Uint8Array(readFileSync(full)) : undefined;
}

/** As it stands in the store. */
interface Frozen {
  readonly sources: Sources;
  /** Hashes by path. */
  readonly attachments: Readonly<Record<string, string>>;
}

function frozenOf(sources: Sources, attachments: ReadonlyMap<string, Uint8Array>): Frozen {
  const hashes = [...attachments].map(([path, bytes]) => [path, hashOf(bytes)] as const);
  return { sources, attachments: Object.fromEntries(hashes) };
}

function hashOfAll(sources: Sources, attachments: ReadonlyMap<string, Uint8Array>): string {
  const text = record.canonical(frozenOf(sources, attachments));
  if (!text.ok) throw new Error(`files of a scenario are text: ${text.fault.code}`);
  return hashOf(text.value);
}

function cellOf(hash: string): string {
  return `scenario/${hash}`;
}

/** Where a file is kept, by its hash. */
export function attachmentCell(hash: string): string {
  return `attachment/${hash}`;
}

/** Keeps all that makes a scenario, so that no later edit changes an exercise that runs it. */
export async function freezeScenario(
  store: Store,
  { attachments, hash, sources }: ShelvedScenario,
): Promise<void> {
  // A conflict says that it is there already: each cell is named by what is in it.
  for (const bytes of attachments.values())
    await store.commit({ puts: [{ cell: attachmentCell(hashOf(bytes)), over: 'absent', value: bytes }] });
  await store.commit({
    puts: [{ cell: cellOf(hash), over: 'absent', value: encode(frozenOf(sources, attachments)) }],
  });
}

/** INVARIANT: what was frozen could be read without faults, and reading has not become stricter since. */
export async function thawScenario(
  store: Store,
  hash: string,
  arrangement: Arrangement,
): Promise<exercise.Scenario> {
  const frozen = await frozenAt(store, hash);
  const read = exercise.readScenario(
    SCENARIO_FILE,
    (path) => frozen.sources[path] ?? (path in frozen.attachments ? '' : undefined),
    (id) => (id === arrangement.id ? arrangement : undefined),
  );
  if (!read.ok) throw new Error(`a frozen scenario has faults: ${read.faults[0]?.code}`);
  return read.value;
}

async function frozenAt(store: Store, hash: string): Promise<Frozen> {
  const cell = await store.get(cellOf(hash));
  if (!cell) throw new Error(`no scenario with the hash ${hash} is in the store`);
  return decode(cell.value) as Frozen;
}

/** An attachment of a frozen scenario, by its path. */
export async function attachmentOf(
  store: Store,
  hash: string,
  path: string,
): Promise<Uint8Array | undefined> {
  const { attachments } = await frozenAt(store, hash);
  const of = Object.hasOwn(attachments, path) ? attachments[path] : undefined;
  return of === undefined ? undefined : (await store.get(attachmentCell(of)))?.value;
}

/** A frozen scenario as it reads under what lies on the shelf now. */
export async function thawShelved(store: Store, hash: string, shelf: Shelf): Promise<ReadShelved> {
  const frozen = await frozenAt(store, hash);
  const attachments = new Map<string, Uint8Array>();
  for (const [path, of] of Object.entries(frozen.attachments)) {
    const cell = await store.get(attachmentCell(of));
    if (cell) attachments.set(path, cell.value);
  }
  return readScenarioFrom(frozen.sources, shelf, (path) => attachments.get(path));
}
