/**
 * The file system, as narrow as the record needs it, so that each call can be made to fail in a test. A promise that is broken may have done
 * its work all the same. Paths are absolute.
 */
import { constants } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Files {
  /** `undefined` where there is no such file. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Makes the folder, and those above it. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Writes a file anew or over what is there, and waits until its bytes are on the disk. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Gives a file another name, in place of what has that name. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Waits until the names in a folder are on the disk. */
  readonly syncFolder: (path: string) => Promise<void>;
  /** Takes a file or a folder with all that is in it away; nothing happens where there is none. */
  readonly remove: (path: string) => Promise<void>;
  /** Makes a file that only its owner may read, durably, with its folder; leaves one that is there already as it is. */
  readonly makeSecretFile: (path: string, bytes: Uint8Array) => Promise<void>;
}

async function write(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no way to sync a folder; its file system logs names by itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

export const FILES: Files = {
  read: async (path) => {
    try {
      return await readFile(path);
    } catch (error) {
      if (isCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
      throw error;
    }
  },
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  write: (path, bytes) => write(path, bytes, 0o644),
  rename: (from, to) => rename(from, to),
  syncFolder,
  remove: (path) => rm(path, { recursive: true, force: true }),
  makeSecretFile: async (path, bytes) => {
    const folder = dirname(path);
    const temporary = `${path}.${process.pid}.new`;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await write(temporary, bytes, 0o600);
    try {
      // Unlike a rename, a link never takes the place of what is there.
      await link(temporary, path);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    await unlink(temporary);
    await syncFolder(folder);
  },
};
