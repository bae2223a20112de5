/** `foedus consult open` and `list`. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readArrangement, type Arrangement, type consultation } from '@foedus/kernel';
import { further, onlyOffice } from '../../consult/command.ts';
import { createFile } from '../../consult/file.ts';
import type { Kind, Opening } from '../../consult/place.ts';
import { printRefusal, showInstant } from '../../consult/print.ts';
import { arrangementOn, listCases, openCase } from '../../consult/remote.ts';
import { sayConsult } from '../../consult/words.ts';
import { EXIT, type Exit } from '../../exit.ts';
import { frameOf, type FrameOptions } from '../../frame.ts';
import { library, named } from '../../load/library.ts';
import { ROOT_FILE } from '../../load/find.ts';
import { printFaults } from '../../output/faults.ts';
import { printJson } from '../../output/json.ts';
import { table } from '../../output/table.ts';
import type { Shell } from '../../shell.ts';
import { Stop } from '../../stop.ts';
import { say } from '../../messages.ts';
import { fileOf, serverOf, type WhereOptions } from './where.ts';

export interface OpenOptions extends WhereOptions, FrameOptions {
  readonly seat: string;
  readonly office?: string;
  readonly on: readonly string[];
  readonly key?: string;
  readonly kind: Kind;
  readonly with?: string;
}

export async function open(shell: Shell, name: string, options: OpenOptions): Promise<Exit> {
  const file = fileOf(shell, options);
  const opened =
    file === undefined ? await openThere(shell, name, options) : openHere(shell, file, name, options);
  const { arrangement, reply } = opened;
  if (!reply.ok) {
    if (options.json) printJson(shell, { ok: false, refusal: reply.refusal });
    else printRefusal(shell, arrangement, reply.refusal);
    return EXIT.refused;
  }
  if (options.json) printJson(shell, { ok: true, ...(file === undefined ? { case: reply.id } : { file }) });
  else
    shell.out.print(sayConsult(file === undefined ? 'opened' : 'opened-file', { id: reply.id })[shell.lang]);
  return EXIT.ok;
}

interface Opened {
  readonly arrangement: Arrangement;
  readonly reply:
    | { readonly ok: true; readonly id: string }
    | { readonly ok: false; readonly refusal: consultation.Refusal };
}

async function openThere(shell: Shell, name: string, options: OpenOptions): Promise<Opened> {
  const there = serverOf(shell, options);
  const arrangement = await arrangementOn(there, name);
  return { arrangement, reply: await openCase(there, options.kind, openingOf(arrangement, options)) };
}

function openHere(shell: Shell, file: string, name: string, options: OpenOptions): Opened {
  const folder = dirname(resolve(shell.cwd, named(library(shell.cwd), name).root));
  const files: Record<string, string> = {};
  const read = readArrangement(ROOT_FILE, (path) => {
    try {
      return (files[path] = readFileSync(join(folder, path), 'utf8'));
    } catch {
      return undefined;
    }
  });
  if (!read.ok) {
    printFaults(shell, read.faults);
    throw new Stop(EXIT.input, say('input-has-errors', { count: read.faults.length }));
  }
  const opening = openingOf(read.value, options);
  const decision = createFile(file, options.kind, { root: ROOT_FILE, files }, opening);
  return { arrangement: read.value, reply: decision.ok ? { ok: true, id: file } : decision };
}

function openingOf(arrangement: Arrangement, options: OpenOptions): Opening {
  const frame = frameOf(options);
  return {
    type: 'open',
    key: options.key ?? `open-${crypto.randomUUID().slice(0, 13)}`,
    seat: options.seat,
    office: options.office ?? onlyOffice(arrangement, frame.at, options.seat),
    arrangement: arrangement.id,
    frame,
    matters: options.on,
    ...(options.with === undefined ? {} : further(options.with)),
  };
}

export async function list(shell: Shell, options: WhereOptions): Promise<Exit> {
  const cases = await listCases(serverOf(shell, options));
  if (options.json) printJson(shell, cases);
  else
    for (const line of table(
      cases.map(({ id, kind, matters, name, openedAt, phase }) => [
        id,
        showInstant(openedAt),
        sayConsult(`kind-${kind}`)[shell.lang],
        sayConsult(`phase-${phase}`)[shell.lang],
        `${name[shell.lang]}: ${matters.join(', ')}`,
      ]),
      { columns: shell.out.columns },
    ))
      shell.out.print(line);
  return EXIT.ok;
}
