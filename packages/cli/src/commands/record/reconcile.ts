/** `foedus record reconcile`: after a restore, catches the record up with what had been published, so that the store may sign again. */
import { join } from 'node:path';
import { z } from 'zod';
import { record } from '@foedus/kernel';
import { openStore, type Store } from '@foedus/server';
import {
  FILES,
  nodeVerifier,
  openKeys,
  reconcile,
  RecordError,
  type CaughtUp,
  type Evidence,
} from '@foedus/server/record';
import { EXIT, type Exit } from '../../exit.ts';
import { printJson } from '../../output/json.ts';
import { printLabelled, printText } from '../../output/lines.ts';
import type { Shell } from '../../shell.ts';
import { Stop } from '../../stop.ts';
import { orStop, storeOf, type StoreOptions } from '../backup/store.ts';
import { openSource } from './source.ts';
import { sayRecord } from './words.ts';

const IN_CASE = z.object({ case: z.string() });

/** The places are those of published files: a folder that outlived, an export, a peer's copy. */
export async function reconcileWith(
  shell: Shell,
  places: readonly string[],
  options: StoreOptions,
): Promise<Exit> {
  const evidence: Evidence[] = [];
  for (const where of places) evidence.push(await evidenceOf(shell, where));
  const settings = storeOf(shell, options);
  const store = orStop(await openStore(settings));
  try {
    const caught = await catchUp(store, join(settings.dataFolder, 'keys'), evidence);
    print(shell, caught, options);
    return EXIT.ok;
  } finally {
    await store.close();
  }
}

async function evidenceOf(shell: Shell, where: string): Promise<Evidence> {
  const read = await openSource(shell, where);
  const trust = record.readTrust(Buffer.from((await read('trust.json'))!).toString(), nodeVerifier);
  if (!trust.ok) throw new Stop(EXIT.input, record.describeRecordFault(trust.fault));
  return {
    origins: trust.value.map(({ origin }) => origin),
    logs: (origin) => ({ read: (path) => read(`${origin}/${path}`) }),
    documents: (path) => read(path),
  };
}

async function catchUp(
  store: Store,
  keysFolder: string,
  evidence: readonly Evidence[],
): Promise<readonly CaughtUp[]> {
  try {
    return await reconcile(store, await openKeys(store, FILES, keysFolder), evidence);
  } catch (error) {
    throw error instanceof RecordError ? new Stop(EXIT.fails, error.says) : error;
  }
}

function print(shell: Shell, caught: readonly CaughtUp[], { json }: StoreOptions): void {
  const { lang } = shell;
  const cases = [...new Set(caught.flatMap(({ entries }) => entries.flatMap(caseOf)))];
  if (json) {
    printJson(shell, { logs: caught.map(({ origin, had, has }) => ({ origin, had, has })), cases });
    return;
  }
  shell.out.print(sayRecord('reconciled', { count: caught.length })[lang]);
  printLabelled(
    shell,
    caught.map(({ origin, had, has }) => [origin, sayRecord('caught-up', { had, has })[lang]]),
  );
  if (cases.length > 0) printText(shell, sayRecord('cases-behind', { cases: cases.join(', ') })[lang]);
}

/** The case of an entry, where the entry says it in the open. */
function caseOf({ content }: record.Entry): string[] {
  const said = 'payload' in content ? IN_CASE.safeParse(content.payload) : undefined;
  return said?.success ? [said.data.case] : [];
}
