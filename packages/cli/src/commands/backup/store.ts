/** Which store the commands mean, and what they say when it can't be used. */
import { resolve } from 'node:path';
import { describeStoreFault, type StoreFault, type StoreFaultCode, type StoreSettings } from '@foedus/server';
import { EXIT, type Exit } from '../../exit.ts';
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
const INPUT: ReadonlySet<string> = new Set<StoreFaultCode>([
  'store-damaged',
  'store-newer',
  'store-older',
  'backup-unreadable',
  'backup-damaged',
]);

/** How a command ends that can't use a store. */
export function exitOf(code: string): Exit {
  return INPUT.has(code) ? EXIT.input : EXIT.usage;
}

/** The value; where there is none, stops with what is wrong and what to do. */
export function orStop<T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: StoreFault },
): T {
  if (reply.ok) return reply.value;
  throw new Stop(exitOf(reply.fault.code), describeStoreFault(reply.fault));
}
