/** Where the consultation is that a command is about. */
import { resolve } from 'node:path';
import { api, type Api } from '../../consult/api.ts';
import { filePlace } from '../../consult/file.ts';
import type { Place } from '../../consult/place.ts';
import { remotePlace } from '../../consult/remote.ts';
import { sayConsult } from '../../consult/words.ts';
import type { Shell } from '../../shell.ts';
import { misuse } from '../../stop.ts';

export interface WhereOptions {
  readonly server?: string;
  readonly file?: string;
  readonly case?: string;
  readonly json?: boolean;
}

/** Where `foedus serve` listens when nothing else is said. */
const SERVER = 'http://127.0.0.1:4730';

/** Settings of the environment, so that a terminal says once which consultation it is about. */
export function serverOf(shell: Shell, { server }: WhereOptions): Api {
  const { FOEDUS_SERVER, FOEDUS_TOKEN } = process.env;
  return api(shell, server ?? (FOEDUS_SERVER || SERVER), FOEDUS_TOKEN);
}

export function fileOf(shell: Shell, { file, server }: WhereOptions): string | undefined {
  if (file === undefined) return undefined;
  if (server !== undefined) throw misuse(sayConsult('file-or-server'));
  return resolve(shell.cwd, file);
}

export function placeOf(shell: Shell, options: WhereOptions): Place {
  const file = fileOf(shell, options);
  if (file !== undefined) return filePlace(file);
  const id = options.case ?? process.env['FOEDUS_CASE'];
  if (!id) throw misuse(sayConsult('no-case'), sayConsult('no-case-hint'));
  return remotePlace(shell, serverOf(shell, options), id);
}
