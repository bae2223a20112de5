/**
 * A folder belongs to one process at a time. The lock is SQLite's own on a small database that is kept in a transaction: the kernel takes it
 * away when the process dies, however it dies, so that nothing stale can bar the next one. The file with the process's number only serves the
 * message.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../fault.ts';

/** SQLITE_BUSY. */
const BUSY = 5;

/** Takes the folder; returns what gives it back. Throws `folder-locked` where another process, or another store of this one, has it. */
export function lockFolder(folder: string): () => void {
  const pidFile = join(folder, 'foedus.pid');
  const lock = new DatabaseSync(join(folder, 'foedus.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    const pid = readPid(pidFile);
    throw pid === undefined
      ? new StoreError('folder-locked-unknown', { folder })
      : new StoreError('folder-locked', { folder, pid });
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return () => {
    rmSync(pidFile, { force: true });
    lock.close();
  };
}

/** The process that the file names, if there is such a one: the file of a process that was killed may still lie there. */
function readPid(file: string): string | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    process.kill(pid, 0);
    return String(pid);
  } catch (error) {
    // It is there, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? readFileSync(file, 'utf8').trim() : undefined;
  }
}
