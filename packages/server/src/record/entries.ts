/** What is done in a case, as entries of the logs: sealed here, and recorded once they stand in the store. */
import { consultation, record, type Arrangement, type Day } from '@foedus/kernel';
import type { Append, Put } from '../store/store.ts';
import { RecordError, sure } from './fault.ts';
import type { Keyring } from './keys.ts';
import type { OwnEntries } from './own-entries.ts';
import { originOf, placeOf, type Place } from './places.ts';

/** What the record needs to know of a case. */
export interface RecordedCase {
  readonly id: string;
  readonly kind: record.EntryKind;
  readonly arrangement: Arrangement;
  /** Of the arrangement's files, as they were when the case was opened. */
  readonly hash: string;
  /** The day of the arrangement under which it runs. */
  readonly at: Day;
}

/** What is to be committed together with the case's own events: then they are recorded. */
export interface Recording {
  readonly appends: readonly Append[];
  readonly puts: readonly Put[];
}

export interface Sealing {
  readonly keys: Keyring;
  /** The latest published head of a log, as far as this process has seen. */
  readonly headsFor: (origin: string) => readonly record.Head[];
  /** Told what was sealed. */
  readonly own: OwnEntries;
  /** 32 bytes that nobody can guess and that were never used before. */
  readonly salt: () => record.Salt;
}

/** The stream of a log's entries, as they are signed. */
export function streamOf(origin: string): string {
  return `log/${origin}`;
}

/** Where the document is kept that an entry commits to: 32 bytes of salt, and then the document. */
export function documentCell(commitment: record.Commitment): string {
  return `record/document/${Buffer.from(commitment).toString('hex')}`;
}

/** The same among the files of the record. */
export function documentPath(commitment: record.Commitment): string {
  return `documents/${Buffer.from(commitment).toString('hex')}`;
}

/** Seals what was recorded in a case, whose events stand in it from a place on. What follows from it (acts that took effect, silences that ended) is no entry: it is found by replay. */
export function entriesFor(
  sealing: Sealing,
  of: RecordedCase,
  events: readonly consultation.Event[],
  from: number,
): Recording {
  const rows = new Map<string, Uint8Array[]>();
  const puts: Put[] = [];
  for (const [index, event] of events.entries()) {
    if (event.whatIf) throw new RecordError('record-what-if');
    if (event.type !== 'recorded') continue;
    const origin = originOf(sealing.keys.node, placeOfItem(of, event.entry));
    const { bytes, put } = seal(sealing, of, origin, event, from + index);
    rows.set(origin, [...(rows.get(origin) ?? []), bytes]);
    if (put) puts.push(put);
  }
  const appends = [...rows].map(([origin, rows]): Append => ({ stream: streamOf(origin), at: 'end', rows }));
  return { appends, puts: appends.length === 0 ? [] : [...puts, sealing.keys.current] };
}

/** The log in which an item with such markings stands. */
export function placeOfItem(
  of: RecordedCase,
  { command, markings }: Pick<consultation.Entry, 'command' | 'markings'>,
): Place {
  const seated = consultation.seating(of.arrangement, of.at);
  return placeOf(of.kind, of.arrangement, seated.get(command.seat), markings);
}

function seal(
  { keys, headsFor, own, salt }: Sealing,
  of: RecordedCase,
  origin: string,
  event: consultation.Event & { type: 'recorded' },
  place: number,
): { readonly bytes: Uint8Array; readonly put?: Put } {
  const { entry } = event;
  const about = {
    log: origin,
    kind: of.kind,
    seat: entry.command.seat,
    time: new Date(event.at).toISOString() as record.Instant,
    verdict: entry.standing ?? 'proper',
    seen: headsFor(origin),
  } as const;
  const { signer } = keys.of(origin);
  const payload = { ...payloadFor(of, entry), order: keys.order.seal(of.id, place) };
  const whole = record.sealEntry({ ...about, content: { payload } }, [signer]);
  if (whole.ok || whole.fault.code !== 'entry-too-large') {
    const { bytes, leaf } = sure(whole, origin);
    own.add(leaf);
    return { bytes };
  }
  const [fresh, document] = [salt(), Buffer.from(sure(record.canonical(payload), origin))];
  const commitment = record.commit(fresh, document);
  const sealed = sure(record.sealEntry({ ...about, content: { commitment } }, [signer]), origin);
  own.add(sealed.leaf);
  const value = Buffer.concat([fresh, document]);
  return { bytes: sealed.bytes, put: { cell: documentCell(commitment), over: 'absent', value } };
}

/** The command, how it was judged and to whom it may be shown. Plain JSON, so what is undefined is left out. */
export function payloadFor(
  of: RecordedCase,
  entry: consultation.Entry,
): { readonly [key: string]: record.Json } {
  const { since: _, ...said } = entry;
  const about = { case: of.id, arrangement: of.arrangement.id };
  // With the hash, the case can be made again under the very arrangement that it was opened under.
  const under = entry.command.type === 'open' ? { hash: of.hash } : {};
  return JSON.parse(JSON.stringify({ ...said, ...about, ...under })) as { [key: string]: record.Json };
}
