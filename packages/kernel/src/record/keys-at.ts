/** Which keys count at which entry of a log. */
import type { EntryKey, OpenedEntry } from './envelope.ts';
import { wrong } from './fault.ts';
import { isSameKey } from './key.ts';
import { covers, isHandover, LOG_SEAT, type LogKey } from './period.ts';

interface Keys {
  readonly logKeys: readonly LogKey[];
  readonly entryKeys: readonly EntryKey[];
}

export class KeysAt {
  readonly #keys: Keys;
  /** Where some key begins or ends to count, in rising order. Between two, the same keys count. */
  readonly #borders: readonly number[];
  readonly #known = new Map<number, readonly EntryKey[]>();

  constructor(keys: Keys) {
    this.#keys = keys;
    const borders = [...keys.logKeys, ...keys.entryKeys].flatMap(({ from = 0, until = Infinity }) => [
      from,
      // At its last entry, a key hands over.
      until - 1,
      until,
    ]);
    this.#borders = [...new Set(borders)].toSorted((a, b) => a - b);
  }

  /** The keys that may have signed an entry, and for which seats. */
  at(index: number): readonly EntryKey[] {
    const stretch = this.#borders.findLastIndex((border) => border <= index);
    const known = this.#known.get(stretch) ?? this.#keysAt(index);
    this.#known.set(stretch, known);
    return known;
  }

  #keysAt(index: number): EntryKey[] {
    const { logKeys, entryKeys } = this.#keys;
    const own = logKeys.filter((key) => covers(key, index) || key === this.#nextAfter(index));
    return [
      ...entryKeys.filter((key) => covers(key, index)),
      ...own.map(({ verifier }) => ({ verifier, seats: [LOG_SEAT] })),
    ];
  }

  /** The key to which the log's key hands over at an entry. */
  #nextAfter(index: number): LogKey | undefined {
    return this.#keys.logKeys.find(({ from = 0 }) => from === index + 1);
  }

  /** Where the log's key changes, the entry has to hand over from the old key to the new; nowhere else may one. */
  handoverFault(index: number, { entry, signedBy }: OpenedEntry): ReturnType<typeof wrong> | undefined {
    const next = this.#nextAfter(index);
    if (!next) return entry.seat === LOG_SEAT ? wrong('handover-stray') : undefined;
    const before = this.#keys.logKeys.find((key) => covers(key, index))!;
    const both = [before, next].every(({ verifier }) => signedBy.some((key) => isSameKey(key, verifier)));
    return both && isHandover(entry, next.verifier) ? undefined : wrong('handover-missing');
  }
}
