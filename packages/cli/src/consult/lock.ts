/**
 * One writer at a time for a file, among the processes of one machine. The lock is SQLite's on an empty file beside it: the operating
 * system lets go of it however its holder ends, so none is ever left behind.
 */
import { DatabaseSync } from 'node:sqlite';
import { EXIT } from '../exit.ts';
import { Stop } from '../stop.ts';
import { sayConsult } from './words.ts';

/** How long one waits for another. Milliseconds. */
const PATIENCE = 10_000;

export function locked<T>(path: string, work: () => T): T {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: PATIENCE });
  try {
    take(lock, path);
    return work();
  } finally {
    lock.close();
  }
}

function take(lock: DatabaseSync, path: string): void {
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    throw new Stop(EXIT.refused, sayConsult('file-locked', { path }));
  }
}
