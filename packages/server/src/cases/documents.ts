/**
 * Documents that items name. Each is kept under the commitment to it, SHA-256 of a salt and the document, which tells nothing of a short or
 * guessable text. Who sees no item that names a document does not get it.
 */
import { consultation, record } from '@foedus/kernel';
import { attachedCell, packAttached, unpackAttached, type Attached } from '../record/index.ts';
import type { Name, Store } from '../store/store.ts';
import { decode, encode } from './bytes.ts';
import type { Case } from './case.ts';
import type { CaseId } from './meta.ts';
import { seenNow } from './seen.ts';
import type { Timeless } from './turn.ts';
import type { World } from './world.ts';

/** Bytes of one document, of all that a seat stores in a case, and of all that a case may come to. */
export const DOCUMENT_LIMIT = 10_000_000;
export const SEAT_LIMIT = 100_000_000;
export const CASE_LIMIT = 1_000_000_000;
/** More than this many documents of one seat at one moment are told to try again. */
export const ATTEMPTS = 16;

/**
 * How much a seat may store in a case. The seats share what a case may come to in equal parts, so that being full tells a seat nothing of what
 * the others have stored.
 */
export function roomOf({ arrangement, meta }: Pick<Case, 'arrangement' | 'meta'>): number {
  const seats = consultation.seating(arrangement, meta.on).size;
  // The director of an exercise is no seat, and stores as one.
  return Math.min(SEAT_LIMIT, Math.floor(CASE_LIMIT / (seats + 1)));
}

export interface Named {
  readonly hash: string;
  readonly mediaType: string;
  readonly size: number;
}

export interface Document {
  readonly about: Attached;
  readonly bytes: Uint8Array;
}

export class Documents {
  readonly #store: Store;
  readonly #world: World;

  constructor(store: Store, world: World) {
    this.#store = store;
    this.#world = world;
  }

  /** Keeps a document that a seat is about to attach. `full`: it has stored as much as it may. */
  async keep(
    found: Case,
    by: string,
    mediaType: string,
    bytes: Uint8Array,
  ): Promise<Named | 'full' | 'busy'> {
    const { id } = found.meta;
    const salt = this.#world.bytes(32) as record.Salt;
    const hash = Buffer.from(record.commit(salt, bytes)).toString('hex');
    const about: Attached = {
      hash,
      mediaType,
      size: bytes.length,
      salt: Buffer.from(salt).toString('base64'),
      by,
    };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const used = await this.#store.get(usedCell(id, by));
      const total = (used ? (decode(used.value) as number) : 0) + bytes.length;
      if (total > roomOf(found)) return 'full';
      const { ok } = await this.#store.commit({
        puts: [
          { cell: attachedCell(id, hash), over: 'absent', value: packAttached(about, bytes) },
          { cell: usedCell(id, by), over: used?.version ?? 'absent', value: encode(total) },
        ],
      });
      if (ok) return { hash, mediaType, size: bytes.length };
    }
    return 'busy';
  }

  async get(id: CaseId, hash: string): Promise<Document | undefined> {
    const cell = await this.#store.get(attachedCell(id, hash));
    return cell && unpackAttached(cell.value);
  }

  /**
   * The document that a command names and its seat may not attach: one that is not kept as it is named, or that another seat has stored and
   * this one neither copies, quotes nor translates the item of. Whoever knows a document's name only gains nothing by it.
   */
  async missing(found: Case, command: Timeless): Promise<string | undefined> {
    const named = documentOf(command);
    if (!named || command.type === 'tick') return undefined;
    const kept = (await this.get(found.meta.id, named.hash))?.about;
    if (kept?.mediaType !== named.mediaType || kept.size !== named.size) return named.hash;
    if (kept.by === command.seat) return undefined;
    const source = 'from' in command ? command.from?.of : undefined;
    await found.catchUp();
    const seen = source === undefined ? [] : seenNow(found, consultation.seatViewer(command.seat)).history;
    const copied = seen.find(({ id }) => id === source);
    const isCopy = copied !== undefined && documentOf(copied.command)?.hash === named.hash;
    return isCopy ? undefined : named.hash;
  }
}

/** Where it stands how many bytes a seat has stored in a case. */
function usedCell(id: CaseId, seat: string): Name {
  return `document-bytes/${id}/${seat}`;
}

/** The document that a command names. */
export function documentOf(command: object): consultation.Document | undefined {
  return 'document' in command ? (command.document as consultation.Document | undefined) : undefined;
}
