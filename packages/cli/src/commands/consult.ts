/** `foedus consult`: a consultation from a terminal, against a server or in a file. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { list as listed, nameOf } from '@foedus/kernel';
import { commandOf, type CommandOptions } from '../consult/command.ts';
import { readDocument } from '../consult/document.ts';
import type { Supposed } from '../consult/place.ts';
import { printRefusal, printUpdate, printView, showInstant } from '../consult/print.ts';
import { sayConsult } from '../consult/words.ts';
import { EXIT, type Exit } from '../exit.ts';
import { printJson } from '../output/json.ts';
import type { Shell } from '../shell.ts';
import { misuse } from '../stop.ts';
import { placeOf, type WhereOptions } from './consult/where.ts';

export { list, open } from './consult/open.ts';

export interface ViewOptions extends WhereOptions {
  readonly as: string;
  readonly all?: boolean;
}

/** A seat may be named without `seat:` before it. */
function viewerOf(as: string): string {
  return as === 'public' || as.includes(':') ? as : `seat:${as}`;
}

export async function view(shell: Shell, options: ViewOptions & { readonly step?: number }): Promise<Exit> {
  const place = placeOf(shell, options);
  const { as, step } = options;
  const shown = await (step === undefined ? place.view(viewerOf(as)) : place.replay(viewerOf(as), step));
  if (options.json) printJson(shell, shown);
  else printView(shell, await place.arrangement(), shown, options.all ?? false);
  return EXIT.ok;
}

export async function act(
  shell: Shell,
  what: string,
  given: WhereOptions & CommandOptions & { readonly as: string; readonly document?: string },
): Promise<Exit> {
  const { document: path, ...options } = given;
  const document = path === undefined ? undefined : readDocument(shell, path, options.title);
  const place = placeOf(shell, options);
  const arrangement = await place.arrangement();
  const seat = viewerOf(options.as).replace(/^seat:/, '');
  // The offices of a seat are those of the day on which the arrangement is taken.
  const day = (await place.view(`seat:${seat}`)).case.at;
  // The title is the document's, where there is one.
  const { title: _, ...others } = options;
  const command = commandOf(shell, arrangement, day, seat, what, document ? others : options);
  const attached = document ? { document: await place.store(seat, document) } : {};
  const acted = await place.act(seat, { ...command, ...attached });
  if (options.json) printJson(shell, acted);
  else if (!acted.ok) printRefusal(shell, arrangement, acted.refusal);
  else {
    const { at, id, passedOver, standing } = acted;
    const recorded = sayConsult('recorded', { id, moment: showInstant(at) })[shell.lang];
    shell.out.print(recorded);
    if (standing === 'departure')
      shell.out.print(
        sayConsult('recorded-departure', {
          seats: listed((passedOver ?? []).map((each) => nameOf(arrangement, each))),
        })[shell.lang],
      );
  }
  return acted.ok ? EXIT.ok : EXIT.refused;
}

/** Follows a viewer's updates; ends by itself when the consultation is closed. */
export async function watch(shell: Shell, options: ViewOptions & { readonly after: number }): Promise<Exit> {
  const place = placeOf(shell, options);
  const arrangement = await place.arrangement();
  for await (const told of place.watch(viewerOf(options.as), options.after)) {
    if (options.json) shell.out.print(JSON.stringify(told));
    else printUpdate(shell, arrangement, told.update);
    if (told.update.type === 'phase' && told.update.phase === 'closed') break;
  }
  return EXIT.ok;
}

/** Goes on otherwise after a step, with suppositions given as JSON: commands with their seat, or `{"type":"wait","seconds":60}`. */
export async function fork(
  shell: Shell,
  suppositions: readonly string[],
  options: ViewOptions & { readonly step: number },
): Promise<Exit> {
  const supposed = suppositions.map((text): Supposed => {
    try {
      return JSON.parse(text) as Supposed;
    } catch {
      throw misuse(sayConsult('bad-with'));
    }
  });
  const place = placeOf(shell, options);
  const then = await place.fork(viewerOf(options.as), options.step, supposed);
  const allowed = then.decided.every(({ ok }) => ok);
  if (options.json) printJson(shell, then);
  else {
    const arrangement = await place.arrangement();
    for (const each of then.decided) if (!each.ok) printRefusal(shell, arrangement, each.refusal);
    printView(shell, arrangement, then.view, options.all ?? false);
  }
  return allowed ? EXIT.ok : EXIT.refused;
}

export async function exportTo(
  shell: Shell,
  options: ViewOptions & { readonly output?: string },
): Promise<Exit> {
  const exported = await placeOf(shell, options).exported(viewerOf(options.as));
  if (options.output === undefined) printJson(shell, exported);
  else
    writeFileSync(resolve(shell.cwd, options.output), `${JSON.stringify(exported, null, 2)}\n`, {
      mode: 0o600,
    });
  return EXIT.ok;
}
