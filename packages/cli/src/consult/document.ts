/** A file that is to be attached to an item. */
import { readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { Shell } from '../shell.ts';
import { misuse } from '../stop.ts';
import { sayConsult } from './words.ts';

export interface DocumentFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** The title by which the item names it. */
  readonly title: string;
}

/** Media types of documents that officers send each other (IANA), by the end of the file's name. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.ics': 'text/calendar',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Reads the file; it is called by its name where no title is given. Stops where it can't be read. */
export function readDocument(shell: Shell, path: string, title = basename(path)): DocumentFile {
  try {
    const bytes = readFileSync(resolve(shell.cwd, path));
    const mediaType = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return { bytes, mediaType, title };
  } catch (error) {
    throw misuse(sayConsult('no-document', { path, reason: (error as NodeJS.ErrnoException).code ?? '' }));
  }
}
