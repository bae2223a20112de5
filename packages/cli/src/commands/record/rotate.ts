/** `foedus record rotate`: replaces the secret key of a record; every log hands over to a new key. */
import { join } from 'node:path';
import { openStore } from '@foedus/server';
import { FILES, RecordError, rotate } from '@foedus/server/record';
import { EXIT, type Exit } from '../../exit.ts';
import { printJson } from '../../output/json.ts';
import { printLabelled, printText } from '../../output/lines.ts';
import type { Shell } from '../../shell.ts';
import { Stop } from '../../stop.ts';
import { orStop, storeOf, type StoreOptions } from '../backup/store.ts';
import { sayRecord } from './words.ts';

export async function rotateKeys(shell: Shell, options: StoreOptions): Promise<Exit> {
  const settings = storeOf(shell, options);
  const [folder, keysFolder] = ['record', 'keys'].map((name) => join(settings.dataFolder, name));
  const store = orStop(await openStore(settings));
  try {
    const logs = await rotate({
      store,
      files: FILES,
      folder: folder!,
      keysFolder: keysFolder!,
      now: () => Date.now(),
    });
    if (options.json) {
      printJson(shell, { logs });
      return EXIT.ok;
    }
    const { lang } = shell;
    shell.out.print(sayRecord('rotated', { count: logs.length })[lang]);
    printLabelled(
      shell,
      logs.map(({ at, origin }) => [origin, sayRecord('handed-over', { entry: at })[lang]]),
    );
    printText(shell, sayRecord('rotated-todo', { path: join(keysFolder!, 'record.key') })[lang]);
    return EXIT.ok;
  } catch (error) {
    throw error instanceof RecordError ? new Stop(EXIT.fails, error.says) : error;
  } finally {
    await store.close();
  }
}
