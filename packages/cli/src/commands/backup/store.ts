/** Which store the commands mean, and what they say when it can't be used. */
import { resolve } from 'node:path';
import { describeStoreFault, type StoreFault, type StoreFaultCode, type StoreSettings } from '@foedus/server';
import { EXIT } from '../../exit.ts';
import type { Shell } from '../../shell.ts';
import { Stop } from '../../stop.ts';

export interface StoreOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** The store of `--data`, else of the server's own settings in the environment. */
export function storeOf(shell: Shell, options: StoreOptions): StoreSettings {
  const { FOEDUS_DATA: folder, DATABASE_URL: databaseUrl } = process.env;
  return {
    dataFolder: resolve(shell.cwd, options.data ?? (folder || 'data')),
    databaseUrl: databaseUrl || undefined,
  };
}

/** What was given to read has errors. */
const INPUT: ReadonlySet<StoreFaultCode> = new Set([
  'store-damaged',
  'store-newer',
  'store-older',
  'backup-unreadable',
  'backup-damaged',
]);

/** The value; where there is none, stops with what is wrong and what to do. */
export function orStop<T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: StoreFault },
): T {
  if (reply.ok) return reply.value;
  throw new Stop(INPUT.has(reply.fault.code) ? EXIT.input : EXIT.usage, describeStoreFault(reply.fault));
}
