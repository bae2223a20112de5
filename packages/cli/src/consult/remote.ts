/** A consultation behind a server's API. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readArrangement, type Arrangement, type consultation } from '@foedus/kernel';
import type { Shell } from '../shell.ts';
import { isProblem, stopFor, type Api, type ProblemBody } from './api.ts';
import type { Acted, Kind, Opening, Place, Shown, Told, WhatIf } from './place.ts';
import { eventsOf } from './sse.ts';
import { sayConsult } from './words.ts';

/** How soon a stream that was cut is taken up again. Milliseconds. */
const RETRY = 500;

export interface ListedCase {
  readonly id: string;
  readonly kind: Kind;
  readonly name: { readonly en: string; readonly ko: string; readonly ja: string };
  readonly matters: readonly string[];
  readonly on: string;
  readonly phase: consultation.Seen['phase'];
  readonly openedAt: number;
  readonly viewers: readonly string[];
}

interface SourceFiles {
  readonly root: string;
  readonly files: Readonly<Record<string, string>>;
}

function orStop<T>(said: T | ProblemBody): T {
  if (isProblem(said)) throw stopFor(said);
  return said;
}

/** INVARIANT: whose files these are has read them without faults. */
export function arrangementFrom({ files, root }: SourceFiles): Arrangement {
  const read = readArrangement(root, (path) => files[path]);
  if (!read.ok) throw new Error(`the arrangement of the consultation has faults: ${read.faults[0]?.code}`);
  return read.value;
}

export async function listCases(api: Api): Promise<readonly ListedCase[]> {
  return orStop(await api.ask<{ readonly cases: readonly ListedCase[] }>('GET', 'cases')).cases;
}

export async function arrangementOn(api: Api, id: string): Promise<Arrangement> {
  return arrangementFrom(orStop(await api.ask<SourceFiles>('GET', `arrangements/${id}/files`)));
}

/** The case that was opened, or why none was. */
export async function openCase(
  api: Api,
  kind: Kind,
  open: Opening,
): Promise<
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly refusal: consultation.Refusal }
> {
  const said = await api.ask<ListedCase>('POST', 'cases', { kind, open });
  const refused = refusalIn(said);
  return refused ? { ok: false, refusal: refused } : { ok: true, id: orStop(said).id };
}

function refusalIn(said: unknown): consultation.Refusal | undefined {
  return isProblem(said) ? (said.refusal as consultation.Refusal | undefined) : undefined;
}

export function remotePlace(shell: Shell, api: Api, id: string): Place {
  const at = (viewer: string, what: string): string => `cases/${id}/as/${viewer}/${what}`;
  const get = async <T>(path: string): Promise<T> => orStop(await api.ask<T>('GET', path));
  return {
    arrangement: async () => arrangementFrom(await get<SourceFiles>(`cases/${id}/arrangement`)),
    view: (viewer) => get<Shown>(at(viewer, 'view')),
    async act(seat, command) {
      const said = await api.ask<Omit<Acted & { ok: true }, 'ok'>>(
        'POST',
        at(`seat:${seat}`, 'commands'),
        command,
      );
      const refused = refusalIn(said);
      return refused ? { ok: false, refusal: refused } : { ok: true, ...orStop(said) };
    },
    async store(seat, { bytes, mediaType, title }) {
      const path = at(`seat:${seat}`, 'documents');
      const stored = await api.ask<Omit<consultation.Document, 'title'>>('POST', path, { bytes, mediaType });
      return { title, ...orStop(stored) };
    },
    watch: (viewer, after) => watch(shell, api, at(viewer, 'updates'), after),
    replay: (viewer, step) => get<Shown>(at(viewer, `replay?step=${step}`)),
    fork: async (viewer, step, commands) =>
      orStop(await api.ask<WhatIf>('POST', at(viewer, 'fork'), { step, commands })),
    exported: (viewer) => get<object>(at(viewer, 'export')),
  };
}

/** Follows the stream; one that was cut is taken up where it was cut. */
async function* watch(shell: Shell, api: Api, path: string, after: number): AsyncIterable<Told> {
  let cursor = after;
  let wasOpen = false;
  for (;;) {
    const response = await api.open(path, { 'last-event-id': String(cursor) });
    if (response?.status === 200) {
      wasOpen = true;
      try {
        for await (const { data, event, id } of eventsOf(response.body!)) {
          if (event !== 'update') continue;
          cursor = Number(id);
          yield { cursor, update: JSON.parse(data) as consultation.Update };
        }
      } catch (error) {
        // A stream that breaks off is a `TypeError` of fetch; whatever else is wrong is not the stream's.
        if (!(error instanceof TypeError)) throw error;
      }
    } else if (response && response.status < 500) throw stopFor((await response.json()) as ProblemBody);
    if (wasOpen) shell.err.print(sayConsult('watch-again')[shell.lang]);
    wasOpen = false;
    await sleep(RETRY);
  }
}
