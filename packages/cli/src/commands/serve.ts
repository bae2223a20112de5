/** `foedus serve`: the server, until it is interrupted. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, StartError, startServer, VARIABLES, type Config, type Settings } from '@foedus/server';
import { EXIT, type Exit } from '../exit.ts';
import { arrangementsFolder, scenariosFolder } from '../load/find.ts';
import type { Shell } from '../shell.ts';
import { misuse, Stop } from '../stop.ts';
import { exitOf } from './backup/store.ts';
import { checkBriefly } from './serve/check.ts';
import { interrupted } from './serve/interrupted.ts';
import { sayServe, type ServeKey } from './serve/words.ts';

export type ServeOptions = Settings & { readonly check?: boolean; readonly json?: boolean };

/** Where `npm run build` puts the pages. */
const PAGES = fileURLToPath(new URL('../../../web/dist/site', import.meta.url));

export async function serve(shell: Shell, options: ServeOptions): Promise<Exit> {
  const { check, json, ...settings } = options;
  const config = configOf(shell, settings);
  // What a program reads is the address alone.
  if (check) checkBriefly(json ? { ...shell, out: shell.err } : shell, config.arrangements);
  const stop = interrupted();
  const server = await startServer(config).catch((error: unknown) => {
    throw error instanceof StartError ? new Stop(exitOf(error.code), error.says) : error;
  });
  if (json) shell.out.print(JSON.stringify({ url: server.url, demo: config.demo }));
  else printReached(shell, config, server.url);
  await stop;
  const word = (key: ServeKey): string => sayServe(key)[shell.lang];
  if (!json) shell.out.print(`\n${word('ending')}`);
  await server.close();
  if (!json) shell.out.print(word('ended'));
  return EXIT.ok;
}

/** The configuration of options and environment; stops with all that is wrong with it. */
function configOf(shell: Shell, options: Settings): Config {
  const { env } = process;
  const settings = {
    ...options,
    arrangements: options.arrangements ?? (env[VARIABLES.arrangements] || arrangementsFolder(shell.cwd)),
    scenarios: options.scenarios ?? (env[VARIABLES.scenarios] || scenariosFolder(shell.cwd)),
    pages: options.pages ?? (env[VARIABLES.pages] || (hasPages(PAGES) ? PAGES : undefined)),
  };
  const config = readConfig(settings, env);
  if (config.ok) return { ...config.value, data: resolve(shell.cwd, config.value.data) };
  const [first, ...more] = config.faults;
  for (const { says } of more) shell.err.print(`foedus: ${says[shell.lang]}`);
  throw misuse(first!.says);
}

function hasPages(folder: string): boolean {
  return existsSync(join(folder, 'index.html'));
}

function printReached(shell: Shell, config: Config, url: string): void {
  const { lang, out } = shell;
  const data = relative(shell.cwd, config.data) || '.';
  const store = config.databaseUrl === undefined ? 'store-folder' : 'store-database';
  out.print(out.style('bold', sayServe('reached', { url })[lang]));
  out.print(sayServe(store, { data })[lang]);
  if (config.demo) out.print(out.style('yellow', sayServe('demo')[lang]));
  if (config.pages === undefined || !hasPages(config.pages)) out.print(sayServe('no-pages')[lang]);
  out.print(sayServe('how-to-end')[lang]);
}
