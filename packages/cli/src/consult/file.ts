/** A consultation kept in one file of one's own: `foedus-consultation/1`, a line of JSON each; the first says what it is, the others are its events. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { consultation, record, type Arrangement } from '@foedus/kernel';
import { EXIT } from '../exit.ts';
import { misuse, Stop } from '../stop.ts';
import { locked } from './lock.ts';
import type { Acted, Kind, Opening, Place, Shown, Told } from './place.ts';
import { reasons } from './reasons.ts';
import { arrangementFrom } from './remote.ts';
import { sayConsult } from './words.ts';

const FORMAT = 'foedus-consultation/1';
/** How often a file that is watched is looked at. Milliseconds. */
const LOOK = 200;

interface Head {
  readonly format: typeof FORMAT;
  readonly kind: Kind;
  readonly root: string;
  /** The files of the arrangement, so that no later edit of them changes the consultation. */
  readonly files: Readonly<Record<string, string>>;
}

interface Kept {
  readonly head: Head;
  readonly events: readonly consultation.Event[];
  /** Bytes of whole lines. What comes after them was cut off while it was written, and never acknowledged. */
  readonly size: number;
}

function readKept(path: string): Kept {
  if (!existsSync(path)) throw misuse(sayConsult('no-file', { path }), sayConsult('no-file-hint'));
  const bytes = readFileSync(path);
  const size = bytes.lastIndexOf('\n') + 1;
  try {
    const [head, ...events] = bytes
      .subarray(0, size)
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
    if ((head as Head | undefined)?.format !== FORMAT) throw new SyntaxError('no consultation');
    return { head: head as Head, events: events.map((each) => consultation.eventSchema.parse(each)), size };
  } catch {
    throw new Stop(EXIT.input, sayConsult('bad-file', { path }), sayConsult('bad-file-hint'));
  }
}

/** Writes lines after so many bytes, and waits until they are on the disk. */
function write(path: string, flags: 'wx' | 'r+', at: number, lines: readonly object[]): void {
  const file = openSync(path, flags, 0o600);
  try {
    ftruncateSync(file, at);
    const bytes = Buffer.from(lines.map((each) => `${JSON.stringify(each)}\n`).join(''));
    for (let from = 0; from < bytes.length;)
      from += writeSync(file, bytes, from, bytes.length - from, at + from);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (flags === 'r+') return;
  // A new name in a folder is durable when the folder is.
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

const now = (): consultation.Instant => Date.now() as consultation.Instant;

export function createFile(
  path: string,
  kind: Kind,
  sources: Pick<Head, 'root' | 'files'>,
  open: Opening,
): consultation.Decision {
  const exercise = kind === 'exercise' ? ({ exercise: true } as const) : {};
  const command = { ...open, ...exercise, at: now() };
  const decision = consultation.decide(arrangementFrom(sources), null, command);
  if (!decision.ok) return decision;
  if (existsSync(path)) throw misuse(sayConsult('file-exists', { path }));
  write(path, 'wx', 0, [{ format: FORMAT, kind, ...sources } satisfies Head, ...decision.events]);
  return decision;
}

export function filePlace(path: string): Place {
  const { head: kept } = readKept(path);
  const arrangement = arrangementFrom(kept);
  const viewerOf = (name: string, state: consultation.Consultation): consultation.Viewer => {
    const found = consultation
      .viewers(arrangement, state.case.at)
      .find((each) => consultation.viewerId(each) === name);
    if (!found) throw misuse(sayConsult('no-viewer', { name }));
    return found;
  };
  const shown = (
    state: consultation.Consultation,
    name: string,
    cursor: number,
    at: consultation.Instant,
  ): Shown => {
    const viewer = viewerOf(name, state);
    return { kind: kept.kind, cursor, now: at, ...consultation.view(arrangement, state, viewer, at)! };
  };
  /** The events of the file and what has come about by itself since the last of them. */
  const eventsNow = (): readonly consultation.Event[] => {
    const { events } = readKept(path);
    const state = consultation.replay(events)!;
    const at = Math.max(now(), state.now) as consultation.Instant;
    return [...events, ...consultation.timePasses(arrangement, state, at)];
  };
  const view = async (name: string): Promise<Shown> => {
    const events = eventsNow();
    const state = consultation.replay(events)!;
    const told = consultation.feed(arrangement, events, viewerOf(name, state)).length;
    return shown(state, name, told, Math.max(now(), state.now) as consultation.Instant);
  };
  return {
    arrangement: async () => arrangement,
    view,
    act: async (seat, command) =>
      locked(path, (): Acted => {
        const { events, size } = readKept(path);
        const state = consultation.replay(events)!;
        const at = Math.max(now(), state.now) as consultation.Instant;
        const decision = consultation.decide(arrangement, state, { ...command, seat, at });
        if (!decision.ok) return decision;
        if (decision.events.length > 0) write(path, 'r+', size, decision.events);
        const after = decision.events.reduce(consultation.evolve, state as consultation.State)!;
        const {
          command: kept,
          id,
          passedOver,
          standing,
        } = after.entries.find((each) => each.id === `${seat}/${command.key}`)!;
        return {
          ok: true,
          id,
          at: kept.at,
          ...(standing ? { standing } : {}),
          ...(passedOver ? { passedOver } : {}),
        };
      }),
    async *watch(name, after): AsyncIterable<Told> {
      for (let cursor = after; ; await sleep(LOOK)) {
        const events = eventsNow();
        const told = consultation.feed(arrangement, events, viewerOf(name, consultation.replay(events)!));
        for (const update of told.slice(cursor)) yield { cursor: (cursor += 1), update };
      }
    },
    // The file is the record of what was said, and has no place for documents.
    store: () => Promise.reject(misuse(sayConsult('document-in-file'))),
    replay: async (name, step) => {
      const events = eventsUntil(arrangement, eventsNow(), (state) => viewerOf(name, state), step);
      const state = consultation.replay(events)!;
      return shown(state, name, step, state.now);
    },
    async fork(name, step, supposed) {
      const events = eventsUntil(arrangement, eventsNow(), (state) => viewerOf(name, state), step);
      let state = consultation.fork(events, events.length)!;
      let at = state.now;
      const decided = supposed.map((each) => {
        if (each.type === 'wait') at = (at + each.seconds * 1000) as consultation.Instant;
        const command = (
          each.type === 'wait' ? { type: 'tick', at } : { ...each, at }
        ) as consultation.Command;
        const parsed = consultation.commandSchema.safeParse(command);
        if (!parsed.success) throw misuse(sayConsult('bad-command', { why: reasons(parsed.error) }));
        const decision = consultation.decide(arrangement, state, parsed.data);
        if (!decision.ok) return decision;
        state = decision.events.reduce<consultation.State>(consultation.evolve, state)!;
        return { ok: true as const };
      });
      return { decided, view: shown(state, name, step, at) };
    },
    async exported(name) {
      const { effected, now: at, phase } = await view(name);
      const state = consultation.replay(eventsNow())!;
      const extract = consultation.extract(arrangement, state, viewerOf(name, state))!;
      const head = { id: state.case.id, kind: kept.kind, hash: hashOf(kept.files), at, phase, effected };
      return { format: 'foedus-case/1', ...head, ...extract };
    },
  };
}

/** As a server names the files of an arrangement. */
function hashOf(files: Head['files']): string {
  const text = record.canonical(files);
  if (!text.ok) throw new Error(`files of an arrangement are text: ${text.fault.code}`);
  return createHash('sha256').update(text.value).digest('hex');
}

/** The events up to the one with which the viewer had been told so much. */
function eventsUntil(
  arrangement: Arrangement,
  events: readonly consultation.Event[],
  viewerOf: (state: consultation.Consultation) => consultation.Viewer,
  step: number,
): readonly consultation.Event[] {
  const viewer = viewerOf(consultation.replay(events)!);
  let state: consultation.State = null;
  let told = 0;
  for (const [index, event] of events.entries()) {
    const next: consultation.Consultation = consultation.evolve(state, event)!;
    told += consultation.updates(arrangement, state, event, next, viewer).length;
    if (told >= step) return events.slice(0, index + 1);
    state = next;
  }
  throw misuse(sayConsult('no-step', { step, last: told }));
}
