/** Where a record is read from: a folder, a server's data folder, an archive, or an address. */
import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { record } from '@foedus/kernel';
import type { Shell } from '../../shell.ts';
import { misuse } from '../../stop.ts';
import { sayRecord } from './words.ts';

/** Reads the file at a path of the record; `undefined` where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/** Stops where the place can not be read or is no record. */
export async function openSource(shell: Shell, where: string): Promise<ReadFile> {
  const read = /^https?:\/\//.test(where) ? fromAddress(where) : fromDisk(shell, where);
  if (await read('trust.json')) return read;
  throw misuse(sayRecord('no-record', { where }), sayRecord('no-record-hint'));
}

function fromDisk(shell: Shell, where: string): ReadFile {
  const full = resolve(shell.cwd, where);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) throw misuse(sayRecord('no-place', { where }));
  if (found.isFile()) {
    const files = record.tarFiles(readFileSync(full));
    if (!files) throw misuse(sayRecord('no-archive', { where }));
    return async (path) => files.get(path);
  }
  // A server keeps its record in a folder of its data folder.
  const isData = statSync(join(full, 'record', 'trust.json'), { throwIfNoEntry: false }) !== undefined;
  const folder = isData ? join(full, 'record') : full;
  return (path) => readOrNot(join(folder, path));
}

async function readOrNot(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw misuse(sayRecord('unreadable', { path, reason: code ?? '' }));
  }
}

function fromAddress(where: string): ReadFile {
  const base = where.endsWith('/') ? where : `${where}/`;
  const token = process.env['FOEDUS_TOKEN'];
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return async (path) => {
    const address = new URL(encodeURI(path), base);
    const answer = await fetch(address, { headers }).catch((error: unknown) => {
      const { cause } = error as { cause?: NodeJS.ErrnoException };
      throw misuse(sayRecord('unreadable', { path: address.href, reason: cause?.code ?? '' }));
    });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw misuse(sayRecord('unreadable', { path: address.href, reason: answer.status }));
    return new Uint8Array(await answer.arrayBuffer());
  };
}
