/** Verifies everything there is in a record, and puts what was found in the form of the JSON output. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { record } from '@foedus/kernel';
import { openParallel } from '@foedus/server/record';
import type { VerifyOutput } from '../../schema/verify.ts';
import type { ReadFile } from '../record/source.ts';
import { adviceOn } from './advice.ts';

const NAMING = z.object({ command: z.object({ document: z.object({ hash: z.string() }) }) });

type Documents = Map<string, { readonly entry: number; readonly commitment: record.Commitment }[]>;

/** `enclosed`: the trust file came with the record, so that whoever made the one could have made the other. */
export async function examine(
  read: ReadFile,
  trust: record.RecordTrust,
  enclosed: boolean,
): Promise<VerifyOutput> {
  const committed: Documents = new Map(trust.map(({ origin }) => [origin, []]));
  const given = trust.map((log) => ({
    trust: log,
    reader: { read: (path: string) => read(`${log.origin}/${path}`) },
  }));
  const verified = await record.verifyRecord(given, {
    open: openParallel,
    onEntry: ({ entry: { log, content } }, entry) => {
      const commitment = 'commitment' in content ? content.commitment : attachedTo(content.payload);
      if (commitment) committed.get(log)?.push({ entry, commitment });
    },
  });
  const base = { trust: enclosed ? 'enclosed' : 'given' } as const;
  if (!verified.ok) return { ...base, ok: false, logs: [], open: [], fault: shown(verified.fault) };
  const documents = await examineDocuments(read, committed);
  if (!documents.ok) return { ...base, ok: false, logs: [], open: [], fault: shown(documents.fault) };
  return {
    ...base,
    ok: true,
    logs: trust.map((log) => shownLog(log, verified.value.logs.get(log.origin)!, documents.value)),
    open: verified.value.open.map(({ by, entry, head }) => ({ by, entry, of: head.origin, size: head.size })),
    fault: null,
  };
}

/** The commitment to the document that the item of an entry names. */
function attachedTo(payload: record.Json): record.Commitment | undefined {
  const named = NAMING.safeParse(payload);
  return named.success
    ? record.named('commitment', Buffer.from(named.data.command.document.hash, 'hex'))
    : undefined;
}

/** Of each log, how many of the documents that it commits to are at hand, and are the right ones. */
type Held = ReadonlyMap<string, { readonly held: number; readonly elsewhere: number }>;

async function examineDocuments(read: ReadFile, committed: Documents): Promise<record.Checked<Held>> {
  const counts = new Map<string, { held: number; elsewhere: number }>();
  for (const [log, all] of committed) {
    const count = { held: 0, elsewhere: 0 };
    counts.set(log, count);
    for (const { entry, commitment } of all) {
      const kept = await read(`documents/${Buffer.from(commitment).toString('hex')}`);
      const salt = kept && record.named('salt', kept.subarray(0, 32));
      if (!kept) count.elsewhere += 1;
      else if (salt && record.opens(commitment, salt, kept.subarray(32))) count.held += 1;
      else return { ok: false, fault: { code: 'document-wrong', params: {}, entry, log } };
    }
  }
  return { ok: true, value: counts };
}

function shown(fault: record.RecordFault): NonNullable<VerifyOutput['fault']> {
  const { code, log, entry } = fault;
  return {
    code,
    log: log ?? null,
    entry: entry ?? null,
    message: textOf(record.describeRecordFault(fault)),
    advice: textOf(adviceOn(code)),
  };
}

function shownLog(
  { origin, kind, logKeys }: record.Trust,
  { checkpoint, cosignatures }: record.VerifiedLog,
  documents: Held,
): VerifyOutput['logs'][number] {
  return {
    origin,
    kind,
    entries: checkpoint.size,
    root: Buffer.from(checkpoint.root).toString('base64'),
    keys: logKeys.map(({ verifier }) => fingerprint(verifier)),
    cosignatures: cosignatures.map(({ by, time }) => ({ by: by.name, time })),
    documents: documents.get(origin)!,
  };
}

/** What two people compare on the telephone: the first half of the key's hash, in groups. */
function fingerprint({ publicKey }: record.NoteVerifier): string {
  const hex = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return hex.match(/.{4}/g)!.join(' ');
}

/** Texts are made when they are read; JSON wants them all. */
function textOf({ en, ko, ja }: ReturnType<typeof record.describeRecordFault>): {
  en: string;
  ko: string;
  ja: string;
} {
  return { en, ko, ja };
}
