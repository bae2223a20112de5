/** `foedus record export`: writes the logs for an audience into a folder or an archive that anybody can verify. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { record } from '@foedus/kernel';
import { exportRecord, RecordError, type ExportFor } from '@foedus/server/record';
import { EXIT, type Exit } from '../../exit.ts';
import { printJson } from '../../output/json.ts';
import { printLabelled } from '../../output/lines.ts';
import type { Shell } from '../../shell.ts';
import { misuse, Stop } from '../../stop.ts';
import { openSource } from './source.ts';
import { sayRecord } from './words.ts';

export interface ExportOptions {
  readonly output: string;
  readonly party?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

export async function exportTo(shell: Shell, where: string, options: ExportOptions): Promise<Exit> {
  const audience = audienceOf(options);
  const target = resolve(shell.cwd, options.output);
  refuseFull(target, options.output);
  const read = await openSource(shell, where);
  const files = new Map<string, Uint8Array>();
  const logs = await exportRecord(read, audience, async (path, bytes) => void files.set(path, bytes)).catch(
    (error: unknown) => {
      throw error instanceof RecordError ? new Stop(EXIT.fails, error.says) : error;
    },
  );
  if (!logs || logs.length === 0) throw misuse(sayRecord('nothing-for', { where }));
  write(target, files);
  if (options.json) {
    printJson(shell, { output: options.output, for: audience, logs });
  } else {
    shell.out.print(sayRecord('exported', { count: logs.length, path: options.output })[shell.lang]);
    const entries = (size: number): string => sayRecord('entries', { count: size })[shell.lang];
    printLabelled(
      shell,
      logs.map(({ origin, size }) => [origin, entries(size)]),
    );
  }
  return EXIT.ok;
}

function audienceOf({ party, all }: ExportOptions): ExportFor {
  if (party !== undefined && all) throw misuse(sayRecord('one-audience'));
  if (party !== undefined) return { to: 'party', party };
  return { to: all ? 'node' : 'shared' };
}

/** What is there is never written over: an export is evidence. */
function refuseFull(target: string, shown: string): void {
  const isFull = existsSync(target) && (isArchive(target) || readdirSync(target).length > 0);
  if (isFull) throw misuse(sayRecord('output-there', { path: shown }));
}

function isArchive(path: string): boolean {
  return path.endsWith('.tar');
}

function write(target: string, files: ReadonlyMap<string, Uint8Array>): void {
  if (isArchive(target)) {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, record.tarBytes(files));
    return;
  }
  for (const [path, bytes] of files) {
    const full = join(target, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, bytes);
  }
}
