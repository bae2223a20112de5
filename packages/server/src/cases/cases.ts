/** All cases of a store, as this process serves them. Every open case is kept in memory, so that its clock is watched. */
import { consultation, type Arrangement } from '@foedus/kernel';
import type { Cell, Put } from '../store/store.ts';
import { arrangementFrom, freeze, thaw, type Shelf, type Sources } from './arrangements.ts';
import { isBehind } from './behind.ts';
import { decode, encode, hashOf } from './bytes.ts';
import { Case, type House } from './case.ts';
import {
  CASES,
  caseIdFrom,
  isCaseId,
  nameOfCase,
  recordedAs,
  type CaseId,
  type CaseMeta,
  type Kind,
} from './meta.ts';
import type { Timeless } from './turn.ts';

export interface Opening {
  readonly kind: Kind;
  /** The exercise that it belongs to: which one, under what it is run, and the moment in its scenario. */
  readonly of?: {
    readonly exercise: string;
    readonly ground: Ground;
    readonly at: consultation.Instant;
  };
  /** Whether it opens an exercise follows from the kind. */
  readonly command: Omit<Extract<Timeless, { readonly type: 'open' }>, 'exercise'>;
}

/** An arrangement, and the hash under which its files are kept. */
export interface Ground {
  readonly arrangement: Arrangement;
  readonly hash: string;
}

export type Opened =
  | { readonly ok: true; readonly case: Case }
  | { readonly ok: false; readonly why: 'unknown-arrangement' | 'key-reused' }
  | {
      readonly ok: false;
      readonly why: 'refused';
      readonly arrangement: Arrangement;
      readonly refusal: consultation.Refusal;
    };

const PAGE = 500;
/** How long a closed case that nobody looks at stays in memory, and how often that is looked at. Milliseconds. */
const IDLE = 10 * 60_000;
const SWEEP = 60_000;

/** What is otherwise for the cases of an exercise: their time is the scenario's. */
export type Within = (exercise: string) => Promise<Pick<House, 'world' | 'overseer'>>;

export class Cases {
  readonly shelf: Shelf;
  readonly #house: House;
  #within: Within | undefined;
  readonly #cases = new Map<CaseId, Promise<Case | undefined>>();
  readonly #arrangements = new Map<string, Arrangement>();
  readonly #unwatch: () => void;
  readonly #sweeper: NodeJS.Timeout;

  constructor(house: House, shelf: Shelf) {
    this.#house = house;
    this.shelf = shelf;
    this.#unwatch = house.store.watch((streams) => this.#hear(streams));
    this.#sweeper = setInterval(() => void this.#sweep(), SWEEP);
    this.#sweeper.unref();
  }

  /** Says in what the cases of exercises live; before any of them is asked for. */
  withExercises(within: Within): void {
    this.#within = within;
  }

  /** INVARIANT: a case that belongs to an exercise is asked for where exercises are served. */
  async #houseOf(exercise: string | undefined): Promise<House> {
    return exercise === undefined ? this.#house : { ...this.#house, ...(await this.#within!(exercise)) };
  }

  /** Takes up every case that is open, so that its clock is watched from now on. */
  async start(): Promise<void> {
    for await (const meta of this.list()) if (meta.phase === 'open') await this.find(meta.id);
  }

  /** Opens a case; asked again with the same command, it answers with the case that was opened then. */
  async open(who: string, opening: Opening): Promise<Opened> {
    const { command, kind, of } = opening;
    const shelved = this.shelf.arrangements.get(command.arrangement);
    const ground: Ground | undefined = of?.ground ?? shelved;
    if (!ground) return { ok: false, why: 'unknown-arrangement' };
    const { arrangement, hash } = ground;
    const { bytes, now } = this.#house.world;
    const decision = consultation.decide(arrangement, null, {
      ...command,
      ...(kind === 'exercise' ? { exercise: true } : {}),
      at: of?.at ?? now(),
    });
    if (!decision.ok) return { ok: false, why: 'refused', arrangement, refusal: decision.refusal };
    if (!of && shelved) await freeze(this.#house.store, shelved);
    const { frame, matters, seat } = command;
    const meta: CaseMeta = {
      id: caseIdFrom(bytes(12)),
      kind,
      ...(of ? { exercise: of.exercise } : {}),
      arrangement: command.arrangement,
      hash,
      name: arrangement.name,
      matters,
      on: frame.at,
      convener: seat,
      openedAt: now(),
      phase: 'open',
    };
    const sent = hashOf(JSON.stringify({ command, kind }));
    const once: Put = {
      cell: `opening/${hashOf(JSON.stringify([who, command.arrangement, seat, command.key]))}`,
      over: 'absent',
      value: encode({ id: meta.id, sent }),
    };
    const { recorder, store } = this.#house;
    const as = recordedAs(meta, arrangement);
    await recorder.prepare(as);
    const recording = recorder.entriesFor(as, decision.events, 0);
    const done = await store.commit({
      appends: [
        { stream: nameOfCase(meta.id), at: 0, rows: decision.events.map(encode) },
        ...recording.appends,
      ],
      puts: [once, { cell: nameOfCase(meta.id), over: 'absent', value: encode(meta) }, ...recording.puts],
    });
    if (done.ok) return this.#opened(meta.id);
    recorder.conflicted(done.conflict);
    return this.#openedBefore(once.cell, sent);
  }

  async #opened(id: CaseId): Promise<Opened> {
    const found = await this.find(id);
    if (!found) throw new Error(`the case ${id} was opened and is not there`);
    return { ok: true, case: found };
  }

  async #openedBefore(cell: string, sent: string): Promise<Opened> {
    const before = await this.#house.store.get(cell);
    if (!before) throw new Error('an opening was refused by the store, and none was made before');
    const kept = decode(before.value) as { readonly id: CaseId; readonly sent: string };
    return kept.sent === sent ? this.#opened(kept.id) : { ok: false, why: 'key-reused' };
  }

  /** The case with this id, as far as it is known here; see `Case.catchUp`. */
  async find(id: string): Promise<Case | undefined> {
    if (!isCaseId(id)) return undefined;
    const loading = this.#cases.get(id) ?? this.#load(id);
    this.#cases.set(id, loading);
    const found = await loading.catch((error: unknown) => {
      this.#cases.delete(id);
      throw error;
    });
    if (found) found.usedAt = this.#house.world.now();
    else this.#cases.delete(id);
    return found;
  }

  async #load(id: CaseId): Promise<Case | undefined> {
    const cell = await this.#house.store.get(nameOfCase(id));
    if (!cell) return undefined;
    const meta = decode(cell.value) as CaseMeta;
    const house = await this.#houseOf(meta.exercise);
    const arrangement = await this.arrangement(meta.hash);
    const behind = await isBehind(this.#house.store, id);
    const loaded = new Case(house, meta, cell.version, arrangement, behind);
    await loaded.catchUp();
    return loaded;
  }

  /** An arrangement is read once for all cases that run under it. */
  async arrangement(hash: string): Promise<Arrangement> {
    const known = this.#arrangements.get(hash);
    if (known) return known;
    // What lies on the shelf as it did then need not be read again.
    const shelved = [...this.shelf.arrangements.values()].find((each) => each.hash === hash);
    if (shelved) return shelved.arrangement;
    const arrangement = arrangementFrom(await this.sources(hash));
    this.#arrangements.set(hash, arrangement);
    return arrangement;
  }

  /** The files that cases with this hash run under. */
  async sources(hash: string): Promise<Sources> {
    const sources = await thaw(this.#house.store, hash);
    if (!sources) throw new Error(`no arrangement with the hash ${hash} is in the store`);
    return sources;
  }

  /** Every case, in the order of ids, which tells nothing. */
  async *list(): AsyncIterable<CaseMeta> {
    let after = CASES;
    for (;;) {
      const cells: readonly Cell[] = await this.#house.store.list(CASES, after, PAGE);
      yield* cells.map(({ value }) => decode(value) as CaseMeta);
      const last = cells.at(-1);
      if (cells.length < PAGE || !last) return;
      after = last.cell;
    }
  }

  /** Lets go of every case when its commands are done. */
  async close(): Promise<void> {
    this.#unwatch();
    clearInterval(this.#sweeper);
    for (const each of await this.#all()) await each.close();
  }

  async #all(): Promise<readonly Case[]> {
    const all = await Promise.allSettled(this.#cases.values());
    return all.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
  }

  /** Something was added. What fails here is read the next time that anybody asks. */
  #hear(streams: readonly string[] | null): void {
    const ids = streams
      ? streams.filter((name) => name.startsWith(CASES)).map((name) => name.slice(CASES.length))
      : [...this.#cases.keys()];
    for (const id of ids)
      this.find(id)
        .then((found) => found?.hear())
        .catch(() => undefined);
  }

  async #sweep(): Promise<void> {
    const old = this.#house.world.now() - IDLE;
    for (const each of await this.#all())
      if (each.meta.phase === 'closed' && each.watchers === 0 && each.usedAt < old) {
        this.#cases.delete(each.meta.id);
        await each.close();
      }
  }
}
