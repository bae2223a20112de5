/** `foedus record reconcile`: after a restore, catches the record and the cases up with what had been published, so that the store may sign again. */
import { join, resolve } from 'node:path';
import { record } from '@foedus/kernel';
import {
  openStore,
  readShelf,
  reconcile,
  type CaseCaughtUp,
  type Reconciled,
  type Store,
} from '@foedus/server';
import { FILES, nodeVerifier, openKeys, RecordError, type Evidence } from '@foedus/server/record';
import { EXIT, type Exit } from '../../exit.ts';
import { arrangementsFolder } from '../../load/find.ts';
import { printJson } from '../../output/json.ts';
import { printLabelled } from '../../output/lines.ts';
import type { Shell } from '../../shell.ts';
import { Stop } from '../../stop.ts';
import { orStop, storeOf, type StoreOptions } from '../backup/store.ts';
import { openSource } from './source.ts';
import { sayRecord } from './words.ts';

export interface ReconcileOptions extends StoreOptions {
  readonly arrangements?: string;
}

/** The places are those of published files: a folder that outlived, an export, a peer's copy. Fails where a case stays closed. */
export async function reconcileWith(
  shell: Shell,
  places: readonly string[],
  options: ReconcileOptions,
): Promise<Exit> {
  const evidence: Evidence[] = [];
  for (const where of places) evidence.push(await evidenceOf(shell, where));
  const named = options.arrangements ?? process.env['FOEDUS_ARRANGEMENTS'];
  const shelf = readShelf(named ? resolve(shell.cwd, named) : arrangementsFolder(shell.cwd));
  const settings = storeOf(shell, options);
  const store = orStop(await openStore(settings));
  try {
    const keysFolder = join(settings.dataFolder, 'keys');
    const done = await catchUp(store, keysFolder, (keys) => reconcile(store, keys, evidence, shelf));
    print(shell, done, options);
    return done.cases.some(({ why }) => why) ? EXIT.fails : EXIT.ok;
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
    trust: trust.value,
    logs: (origin) => ({ read: (path) => read(`${origin}/${path}`) }),
    documents: (path) => read(path),
  };
}

async function catchUp(
  store: Store,
  keysFolder: string,
  work: (keys: Awaited<ReturnType<typeof openKeys>>) => Promise<Reconciled>,
): Promise<Reconciled> {
  try {
    return await work(await openKeys(store, FILES, keysFolder));
  } catch (error) {
    throw error instanceof RecordError ? new Stop(EXIT.fails, error.says) : error;
  }
}

function print(shell: Shell, { cases, logs }: Reconciled, { json }: ReconcileOptions): void {
  const { lang } = shell;
  if (json) {
    printJson(shell, { logs, cases });
    return;
  }
  shell.out.print(sayRecord('reconciled', { count: logs.length })[lang]);
  printLabelled(
    shell,
    logs.map(({ origin, had, has }) => [origin, sayRecord('caught-up', { had, has })[lang]]),
  );
  if (cases.length === 0) return;
  shell.out.print(sayRecord('cases-behind', { count: cases.length })[lang]);
  printLabelled(
    shell,
    cases.map((each) => [each.id, caseInWords(each)[lang]]),
  );
}

function caseInWords({ lacked, why }: CaseCaughtUp): ReturnType<typeof sayRecord> {
  return sayRecord(why ? `case-${why}` : 'case-caught-up', { count: lacked });
}
