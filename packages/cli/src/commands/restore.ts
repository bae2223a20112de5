/** `foedus restore`: an empty store is filled from a backup. */
import { resolve } from 'node:path';
import { openStore, replyOf, restore as restoreFrom } from '@foedus/server';
import { EXIT, type Exit } from '../exit.ts';
import { printJson } from '../output/json.ts';
import { printText } from '../output/lines.ts';
import type { Shell } from '../shell.ts';
import { orStop, storeOf, type StoreOptions } from './backup/store.ts';
import { sayBackup } from './backup/words.ts';

export async function restore(shell: Shell, name: string, options: StoreOptions): Promise<Exit> {
  const file = resolve(shell.cwd, name);
  const store = orStop(await openStore(storeOf(shell, options)));
  try {
    const made = orStop(await replyOf(() => restoreFrom(file, store, new Date().toISOString())));
    if (options.json) {
      printJson(shell, { file, ...made });
    } else {
      printText(shell, sayBackup('restored', { file: name, ...made })[shell.lang]);
      printText(shell, sayBackup('reconcile')[shell.lang]);
    }
    return EXIT.ok;
  } finally {
    await store.close();
  }
}
