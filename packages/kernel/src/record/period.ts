/** Keys change; a log does not. Each key counts for a stretch of the log, so that one that was lost later can't write what came before. */
import type { Entry } from './entry.ts';
import { wrong } from './fault.ts';
import { verifierKey, type NoteVerifier } from './key.ts';
import type { Json } from './canonical.ts';

/** From one index on, up to and without another. Left out: from the first entry, to the end. */
export interface Period {
  readonly from?: number;
  readonly until?: number;
}

/** A key of the log itself: it signs checkpoints that end in its period. */
export interface LogKey extends Period {
  readonly verifier: NoteVerifier;
}

/** The seat of a hand-over: the log itself, which no id of an arrangement can be. */
export const LOG_SEAT = '@log';

export function covers({ from = 0, until = Infinity }: Period, index: number): boolean {
  return from <= index && index < until;
}

/** The index for which a key has to count that signs a checkpoint: that of its last entry. */
export function lastIndex(size: number): number {
  return Math.max(0, size - 1);
}

/**
 * What a log says when its key changes: the last entry that the old key may write, signed by the old key, which names its successor, and by
 * the new one, which shows that it is there.
 */
export function handover(to: NoteVerifier): Json {
  return { handover: { to: verifierKey(to.name, to.publicKey) } };
}

/** Whether an entry is the hand-over to a key. */
export function isHandover({ content, seat }: Entry, to: NoteVerifier): boolean {
  const payload = 'payload' in content ? content.payload : null;
  return seat === LOG_SEAT && JSON.stringify(payload) === JSON.stringify(handover(to));
}

/** Keys in the order of their periods; each begins where the one before ends. */
export function checkPeriods(origin: string, keys: readonly LogKey[]): ReturnType<typeof wrong> | undefined {
  const sound = keys.every(({ from = 0, until = Infinity }, i) => {
    const next = keys[i + 1];
    return from < until && (i > 0 || from === 0) && (next ? (next.from ?? 0) === until : until === Infinity);
  });
  return sound && keys.length > 0 ? undefined : wrong('key-periods', { log: origin });
}
