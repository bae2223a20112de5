/** Where the accounts are: in the data folder, in a database, or behind a server's API. */
import { resolve } from 'node:path';
import type { accounts } from '@foedus/server';
import { arrangementsFolder } from '../../load/find.ts';
import { EXIT } from '../../exit.ts';
import type { Shell } from '../../shell.ts';
import { Stop } from '../../stop.ts';
import { remote } from './remote.ts';
import { sayUser } from './words.ts';

export interface WhereOptions {
  readonly data?: string;
  readonly origin?: string;
  readonly server?: string;
}

/** Where `foedus serve` is reached when nothing else was said. */
const ORIGIN = 'http://localhost:4730';

export async function withAccounts<T>(
  shell: Shell,
  options: WhereOptions,
  work: (administration: accounts.Administration) => Promise<T>,
): Promise<T> {
  const { env } = process;
  if (options.server !== undefined) return work(remote(shell, options.server, env['FOEDUS_TOKEN']));
  const { accounts } = await import('@foedus/server');
  const settings = {
    dataFolder: resolve(shell.cwd, options.data ?? (env['FOEDUS_DATA'] || 'data')),
    databaseUrl: env['DATABASE_URL'] || undefined,
    arrangements: env['FOEDUS_ARRANGEMENTS'] || arrangementsFolder(shell.cwd),
    origin: options.origin ?? (env['FOEDUS_ORIGIN'] || ORIGIN),
    now: () => Date.now() as ReturnType<accounts.Clock>,
  };
  return accounts.withConsole(settings, work).catch((error: unknown) => {
    const refusal = accounts.refusalOf(error);
    if (!refusal) throw error;
    const { expected, says, todo } = refusal;
    throw new Stop(
      EXIT.refused,
      says,
      expected && todo ? sayUser('expected', { expected, todo }) : undefined,
    );
  });
}
