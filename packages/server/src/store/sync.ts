/** Makes what was written outlast a power cut. */
import { closeSync, fsyncSync, openSync } from 'node:fs';

function sync(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Waits until the contents of a file are on the disk. */
export function syncFile(path: string): void {
  sync(path, 'r+');
}

/** Waits until the names in a folder are on the disk. Windows does so by itself, and opens no folders. */
export function syncFolder(path: string): void {
  if (process.platform !== 'win32') sync(path, 'r');
}
