/** Checking the record from its files and the keys that the server names; the kernel computes everything anew. */
import { record, type consultation, type Text } from '@foedus/kernel';
import { getBytes, getJson, getText } from '../api/get.ts';
import { Trouble } from '../api/problem.ts';
import type { EntryRow, ItemProved, ItemToProve, LogVerified, LogsToArchive, LogsToVerify } from './tasks.ts';

interface Proved {
  readonly origin: string;
  readonly entry: string;
  readonly index: number | null;
  readonly proof: string | null;
}

interface About {
  readonly id?: unknown;
  readonly command?: unknown;
  readonly case?: unknown;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A text that can be sent from a worker: its languages are no longer made when they are read. */
function sendable(text: Text): Text {
  return { en: text.en, ko: text.ko, ja: text.ja };
}

function saying(fault: record.RecordFault): Text {
  return sendable(record.describeRecordFault(fault));
}

async function trusted(path: string): Promise<record.Checked<record.RecordTrust>> {
  return record.readTrust(await getText(`${path}/record/trust.json`), record.ed25519Verifier);
}

function payloadOf({ content }: record.Entry): About | undefined {
  return 'payload' in content ? (content.payload as About) : undefined;
}

export async function proveItem({ command, id, path }: ItemToProve): Promise<ItemProved> {
  const proved = await getJson<Proved>(`${path}/proofs/${id}`).catch((thrown: unknown) => {
    if (thrown instanceof Trouble && thrown.problem === 'not-found') return undefined;
    throw thrown;
  });
  if (!proved || proved.index === null || proved.proof === null)
    return { is: 'recorded', origin: proved?.origin };
  const { index, origin } = proved;
  const trust = await trusted(path);
  if (!trust.ok) return { is: 'broken', says: saying(trust.fault) };
  const log = trust.value.find((each) => each.origin === origin);
  if (!log) return { is: 'recorded', origin };
  const proof = record.parseProof(utf8(proved.proof));
  if (!proof.ok) return { is: 'broken', says: saying(proof.fault) };
  const head = record.openHead(proof.value.checkpoint, log);
  if (!head.ok) return { is: 'broken', says: saying(head.fault) };
  const bytes = utf8(proved.entry);
  const keys = log.entryKeys.filter((key) => record.covers(key, index));
  const opened = record.openEntry(bytes, keys);
  if (!opened.ok) return { is: 'broken', says: saying(opened.fault) };
  const isThere = proof.value.index === index && record.provesEntry(bytes, proof.value, head.value);
  return isThere && saysWhatIsShown(opened.value.entry, id, command)
    ? { is: 'verified', origin, index, size: head.value.size }
    : { is: 'broken', says: undefined };
}

/** An entry that only commits to what it says proves that it is there, and nothing of its text. */
function saysWhatIsShown(entry: record.Entry, id: string, command: consultation.Recorded): boolean {
  const about = payloadOf(entry);
  if (!about) return true;
  const [said, shown] = [record.canonical(about.command), record.canonical(command)];
  return about.id === id && said.ok && shown.ok && said.value === shown.value;
}

/** Verifies every log that the viewer may read, each by itself, and names the first entry of each that is wrong. */
export async function verifyLogs({ path }: LogsToVerify): Promise<readonly LogVerified[]> {
  const trust = await trusted(path);
  if (!trust.ok) throw new Trouble('failed');
  return Promise.all(trust.value.map((log) => verifyOne(path, log)));
}

/** The logs that the viewer may read, with the keys by which they are verified, as one archive: all that was read to verify them. */
export async function archiveLogs({ path }: LogsToArchive): Promise<Uint8Array<ArrayBuffer>> {
  const keys = await getText(`${path}/record/trust.json`);
  const trust = record.readTrust(keys, record.ed25519Verifier);
  if (!trust.ok) throw new Trouble('failed');
  const files = new Map([['trust.json', utf8(keys)]]);
  const keeping = (origin: string): record.LogReader => ({
    async read(file) {
      const bytes = await readerOf(path, origin).read(file);
      if (bytes) files.set(`${origin}/${file}`, bytes);
      return bytes;
    },
  });
  await Promise.all(trust.value.map((log) => record.verifyLog(keeping(log.origin), log)));
  return record.tarBytes(files);
}

function readerOf(path: string, origin: string): record.LogReader {
  return { read: (file) => getBytes(`${path}/record/${origin}/${file}`) };
}

async function verifyOne(path: string, trust: record.Trust): Promise<LogVerified> {
  const { kind, origin } = trust;
  const entries: EntryRow[] = [];
  const reader = readerOf(path, origin);
  const verified = await record.verifyLog(reader, trust, {
    onEntry: ({ entry }, index) => entries.push(rowOf(entry, index)),
  });
  if (!verified.ok) {
    const { fault } = verified;
    const wrong = { says: saying(fault), entry: fault.entry };
    return { origin, kind, size: entries.length, root: '', entries, fault: wrong };
  }
  const { root, size } = verified.value.checkpoint;
  return { origin, kind, size, root: hex(root), entries };
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function rowOf(entry: record.Entry, index: number): EntryRow {
  const about = payloadOf(entry);
  const command = about?.command as consultation.Recorded | undefined;
  return {
    index,
    seat: entry.seat,
    time: entry.time,
    verdict: entry.verdict,
    type: command?.type,
    case: typeof about?.case === 'string' ? about.case : undefined,
  };
}
