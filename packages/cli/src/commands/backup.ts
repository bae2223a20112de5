/** `foedus backup`: everything that a store holds at one moment, in one file. */
import { resolve } from 'node:path';
import { backup as backUp, openSnapshot, replyOf } from '@foedus/server';
import { EXIT, type Exit } from '../exit.ts';
import { printJson } from '../output/json.ts';
import { printText } from '../output/lines.ts';
import type { Shell } from '../shell.ts';
import { orStop, storeOf, type StoreOptions } from './backup/store.ts';
import { sayBackup } from './backup/words.ts';

export interface BackupOptions extends StoreOptions {
  readonly output: string;
}

export async function backup(shell: Shell, options: BackupOptions): Promise<Exit> {
  const file = resolve(shell.cwd, options.output);
  const made = orStop(
    await replyOf(async () => {
      const store = await openSnapshot(storeOf(shell, options));
      return await backUp(store, file, new Date().toISOString());
    }),
  );
  if (options.json) {
    printJson(shell, { file, ...made });
    return EXIT.ok;
  }
  printText(shell, sayBackup('written', { file: options.output, ...made })[shell.lang]);
  printText(shell, sayBackup('hash', { sha256: made.sha256 })[shell.lang]);
  printText(shell, sayBackup('secret')[shell.lang]);
  return EXIT.ok;
}
