/** Exports: the files of logs for an audience, with what it takes to verify them. Reads files only, so it needs neither store nor keys. */
import { record } from '@foedus/kernel';
import { nodeVerifier } from './ed25519.ts';
import { documentPath } from './entries.ts';
import { sure } from './fault.ts';
import { TRUST_FILE } from './node-trust.ts';
import { attachedIn, attachedPath, entryIn, parsed, type Payload } from './payload.ts';
import type { Audience } from './places.ts';

/** Where the files of a record are read: a folder, an address, an export. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/** For whom an export is made. What others than they may see is not in it. */
export type ExportFor =
  /** Everybody who takes part: the shared logs. */
  | { readonly to: 'shared' }
  /** One party: the shared logs and its own. */
  | { readonly to: 'party'; readonly party: string }
  /** Whoever runs the node: everything. */
  | { readonly to: 'node' };

export interface Exported {
  readonly origin: string;
  readonly size: number;
  readonly documents: number;
}

/** Whether a log of the given name may be in an export. The end of the name says whose it is and who may read it. */
export function isFor(audience: ExportFor, origin: string): boolean {
  const [party, readers] = origin.split('/').slice(-2) as [string, Audience];
  if (audience.to === 'node' || readers === 'shared') return true;
  return audience.to === 'party' && readers === 'own' && party === audience.party;
}

/**
 * Hands every file of the export to `write`, each log's checkpoint last. Each log is as its checkpoint was when its turn came; nothing is
 * verified here. `undefined`: there is no record to export.
 */
export async function exportRecord(
  read: ReadFile,
  audience: ExportFor,
  write: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<readonly Exported[] | undefined> {
  const file = await read(TRUST_FILE);
  if (!file) return undefined;
  const trust = sure(record.readTrust(Buffer.from(file).toString(), nodeVerifier), TRUST_FILE);
  const logs = trust.filter(({ origin }) => isFor(audience, origin));
  const exported: Exported[] = [];
  for (const log of logs) exported.push(await exportLog(read, log, write));
  await write(TRUST_FILE, Buffer.from(record.trustText(logs)));
  return exported;
}

async function exportLog(
  read: ReadFile,
  trust: record.Trust,
  write: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<Exported> {
  const { origin } = trust;
  const reader: record.LogReader = { read: (path) => read(`${origin}/${path}`) };
  const note = sure(await record.readFile(reader, 'checkpoint'), origin);
  const { size } = sure(record.openHead(note, trust), origin);
  let documents = 0;
  for (const id of record.tilesOf(size)) {
    const path = record.tilePath(id);
    // A partial file is dropped once the full one stands.
    const full = record.tilePath({ ...id, width: record.TILE_WIDTH });
    const bytes = await reader.read(path);
    const found = bytes
      ? { path, bytes }
      : { path: full, bytes: sure(await record.readFile(reader, full), origin) };
    await write(`${origin}/${found.path}`, found.bytes);
    if (id.level !== 'entries') continue;
    for (const bytes of sure(await record.readBundle(reader, id), origin))
      documents += await exportDocuments(read, entryIn(bytes, origin), write);
  }
  await write(`${origin}/checkpoint`, note);
  return { origin, size, documents };
}

/** Exports what an entry commits to and the document that its item names, as far as they are there; gives how many. */
async function exportDocuments(
  read: ReadFile,
  { content }: record.Entry,
  write: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  const found = new Map<string, Uint8Array>();
  const add = async (path: string): Promise<Uint8Array | undefined> => {
    const kept = await read(path);
    if (kept) found.set(path, kept);
    return kept;
  };
  const committed = 'commitment' in content ? await add(documentPath(content.commitment)) : undefined;
  const payload = 'payload' in content ? (content.payload as Payload) : committed && parsed(committed);
  const named = payload && attachedIn(payload);
  if (named) await add(attachedPath(named.hash));
  for (const [path, bytes] of found) await write(path, bytes);
  return found.size;
}
