/**
 * Forks: a log that has signed two heads of which neither continues the other. The proof needs no log and no trust in who brings it: whoever
 * has the log's public key can check it.
 */
import { sameBytes } from './bytes.ts';
import { openCheckpoint, type Checkpoint } from './checkpoint.ts';
import { sound, wrong, type Checked } from './fault.ts';
import type { NoteVerifier } from './key.ts';
import type { HashTree } from './merkle/hash-tree.ts';
import { verifyConsistency } from './merkle/proof.ts';
import type { Hash } from './nominal.ts';

/** What proves a fork: two signed checkpoints, and that the newer one stems from another head at the older one's size. */
export interface Fork {
  /** The signed checkpoint of the smaller size, or of the same. */
  readonly older: Uint8Array;
  readonly newer: Uint8Array;
  /** The head that the newer tree had at the older one's size. */
  readonly was: Hash;
  /** That the newer head continues `was`. */
  readonly proof: readonly Hash[];
}

/** The proof, where a log's tree (of the newer checkpoint's size) does not continue an older checkpoint. All three of one origin. */
export function findFork(
  older: { readonly note: Uint8Array; readonly checkpoint: Checkpoint },
  newer: { readonly note: Uint8Array; readonly tree: HashTree },
): Fork | undefined {
  const { size } = older.checkpoint;
  if (newer.tree.continues(older.checkpoint)) return undefined;
  return {
    older: older.note,
    newer: newer.note,
    was: newer.tree.rootAt(size),
    proof: newer.tree.consistency(size, newer.tree.size),
  };
}

/** Checks a proof of a fork of the log with this origin and these keys. */
export function checkFork(
  fork: Fork,
  origin: string,
  known: readonly NoteVerifier[],
): Checked<{ readonly older: Checkpoint; readonly newer: Checkpoint }> {
  const older = openCheckpoint(fork.older, origin, known);
  if (!older.ok) return older;
  const newer = openCheckpoint(fork.newer, origin, known);
  if (!newer.ok) return newer;
  const [{ size, root }, head] = [older.value, newer.value];
  const stems = verifyConsistency(size, head.size, fork.was, head.root, fork.proof);
  if (!stems || sameBytes(fork.was, root)) return wrong('not-a-fork');
  return sound({ older: older.value, newer: newer.value });
}
