/** `foedus verify`: checks a record from nothing but its files and the keys one trusts. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { record } from '@foedus/kernel';
import { nodeVerifier } from '@foedus/server/record';
import { EXIT, type Exit } from '../exit.ts';
import { printJson } from '../output/json.ts';
import type { Shell } from '../shell.ts';
import { misuse, Stop } from '../stop.ts';
import { openSource, type ReadFile } from './record/source.ts';
import { sayRecord } from './record/words.ts';
import { examine } from './verify/examine.ts';
import { printVerified } from './verify/print.ts';

export interface VerifyOptions {
  readonly trust?: string;
  readonly json?: boolean;
}

export async function verify(shell: Shell, where: string, options: VerifyOptions): Promise<Exit> {
  const read = await openSource(shell, where);
  const trust = record.readTrust(await trustText(shell, read, options.trust), nodeVerifier);
  if (!trust.ok) throw new Stop(EXIT.input, record.describeRecordFault(trust.fault));
  const found = await examine(read, trust.value, options.trust === undefined);
  if (options.json) printJson(shell, found);
  else printVerified(shell, found);
  return found.ok ? EXIT.ok : EXIT.fails;
}

async function trustText(shell: Shell, read: ReadFile, file: string | undefined): Promise<string> {
  if (file === undefined) return Buffer.from((await read('trust.json'))!).toString();
  try {
    return readFileSync(resolve(shell.cwd, file), 'utf8');
  } catch {
    throw misuse(sayRecord('no-place', { where: file }));
  }
}
