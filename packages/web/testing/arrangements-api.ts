/** The arrangements as the server serves them, read from the repository's folder: for development and for tests of the pages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Connect, Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '../../../arrangements');
const PATH = /^\/api\/v1\/arrangements(?:\/([a-z0-9-]+)\/files)?$/;

interface Head {
  readonly id: string;
  readonly name: unknown;
  readonly summary: unknown;
}

/** Folders with an arrangement in them, by its id. */
function folders(from = ROOT): Map<string, string> {
  const below = readdirSync(from, { withFileTypes: true }).filter((each) => each.isDirectory());
  const found = below.flatMap((each) => [...folders(join(from, each.name))]);
  return new Map(existsSync(join(from, 'arrangement.yaml')) ? [[basename(from), from], ...found] : found);
}

function head(folder: string): Head {
  const { id, name, summary } = parse(readFileSync(join(folder, 'arrangement.yaml'), 'utf8')) as Head;
  return { id, name, summary };
}

/** Paths as the arrangement's own files name each other, with their contents. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => name.endsWith('.yaml'))
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** As the server does, the list is made once: reading the files takes longer than all else. */
let heads: readonly Head[] | undefined;

function answer(id: string | undefined): unknown {
  const known = folders();
  heads ??= [...known.values()].map(head);
  if (id === undefined) return { arrangements: heads };
  const folder = known.get(id);
  return folder && { id, files: filesIn(folder) };
}

const serve: Connect.NextHandleFunction = (request, response, next) => {
  const match = PATH.exec(request.url ?? '');
  if (!match) return next();
  const found = answer(match[1]);
  response.statusCode = found === undefined ? 404 : 200;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(found ?? { code: 'arrangement-unknown' }));
};

export function arrangementsApi(): Plugin {
  return {
    name: 'arrangements-api',
    configureServer: (server) => void server.middlewares.use(serve),
    configurePreviewServer: (server) => void server.middlewares.use(serve),
  };
}
