/**
 * One case as this process knows it: the fold of its stream, and what each viewer was told. Commands are decided here and take effect when
 * the store has them: compare-and-swap on the length of the stream makes every process decide on the same past.
 */
import { consultation, type Arrangement } from '@foedus/kernel';
import { Feed } from '../live/feed.ts';
import type { Append, Put, Store, Version } from '../store/store.ts';
import { isBehind } from './behind.ts';
import { decode, encode } from './bytes.ts';
import { nameOfCase, recordedAs, type CaseMeta } from './meta.ts';
import type { Recorder } from './recorder.ts';
import { decideAll, type Decided, type Timeless } from './turn.ts';
import type { World } from './world.ts';

type Event = consultation.Event;
type Consultation = consultation.Consultation;
type Viewer = consultation.Viewer;

/** What a case needs of the process it is in. */
export interface House {
  readonly store: Store;
  readonly world: World;
  readonly recorder: Recorder;
  readonly overseer?: Overseer;
}

/** Who is told what goes on in a case: the exercise that it belongs to. */
export interface Overseer {
  /** Something was recorded. */
  changed(): void;
  /** A command was refused; answered when that is kept. */
  refused(of: CaseMeta, command: Timeless, refusal: consultation.Refusal): Promise<void>;
}

/** How many commands are decided in one turn, and how often a turn is tried when others were faster. */
const TURN = 64;
export const ATTEMPTS = 16;
const PAGE = 1000;
/** After so many turns in which no other process acted, this one no longer waits for its turn before it acts. */
const CALM = 32;

/** What became of a command. `busy`: others were faster too often. `behind`: the record has more of the case than the case. Nothing was done then. */
export type Outcome = Decided | 'busy' | 'behind';

interface Waiting {
  readonly command: Timeless;
  /** When it is taken to be given; absent: now. */
  readonly at: consultation.Instant | undefined;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (error: unknown) => void;
}

export class Case {
  readonly arrangement: Arrangement;
  readonly #house: House;
  #meta: CaseMeta;
  #metaVersion: Version;
  readonly #events: Event[] = [];
  #state: consultation.State = null;
  readonly #feeds = new Map<string, { readonly viewer: Viewer; readonly feed: Feed }>();
  readonly #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  /** Something was added to the stream while a turn was under way: perhaps by the turn itself. */
  #heard = false;
  /** Turns since another process was last found to act. */
  #calm = CALM;
  #callOff: (() => void) | undefined;
  #closed = false;
  /** When it was last asked for, by the world's clock. */
  usedAt = 0;

  /** The record had more of it when it was read. */
  #isBehind: boolean;

  constructor(house: House, meta: CaseMeta, version: Version, arrangement: Arrangement, behind: boolean) {
    this.#house = house;
    this.#isBehind = behind;
    this.#meta = meta;
    this.#metaVersion = version;
    this.arrangement = arrangement;
  }

  get meta(): CaseMeta {
    return this.#meta;
  }

  /** INVARIANT: a case's first events are committed with its cell, so what was read once is open. */
  get state(): Consultation {
    return this.#state!;
  }

  get events(): readonly Event[] {
    return this.#events;
  }

  /** What time it is in the case: an exercise's is that of its scenario. */
  get now(): consultation.Instant {
    return Math.max(this.#house.world.now(), this.#state?.now ?? 0) as consultation.Instant;
  }

  get watchers(): number {
    return [...this.#feeds.values()].reduce((sum, { feed }) => sum + feed.watchers, 0);
  }

  /** What the viewer is told; kept up from the first time it is asked for. */
  feed(viewer: Viewer): Feed {
    const name = consultation.viewerId(viewer);
    const known = this.#feeds.get(name)?.feed;
    if (known) return known;
    const feed = new Feed();
    let state: consultation.State = null;
    for (const event of this.#events) {
      const next: Consultation = consultation.evolve(state, event)!;
      feed.push(consultation.updates(this.arrangement, state, event, next, viewer));
      state = next;
    }
    this.#feeds.set(name, { viewer, feed });
    return feed;
  }

  /** Reads what was added, here or elsewhere, since the last time. */
  async catchUp(): Promise<void> {
    for (;;) {
      const from = this.#events.length;
      const rows = await this.#house.store.read(nameOfCase(this.#meta.id), from, PAGE);
      // What this process commits it knows already.
      if (rows.length > 0 && from > 0) this.#calm = 0;
      this.#grow(
        from,
        rows.map((row) => decode(row) as Event),
      );
      if (rows.length < PAGE) return;
    }
  }

  /** Something was added to the stream. A turn that is under way finds out by itself, or it is read when the turn is over. */
  hear(): void {
    this.#heard = true;
    this.#working ??= this.#work();
  }

  /**
   * Decides a command, and answers when what it brings about is committed. `at`: the moment at which it is taken to be given, or the one that the case
   * has come to, if that is later; absent: now.
   */
  async act(command: Timeless, at?: consultation.Instant): Promise<Outcome> {
    // Whoever catches a case up does so while no process that knows the case as it was may sign.
    if (this.#isBehind && (await isBehind(this.#house.store, this.#meta.id))) return 'behind';
    this.#isBehind = false;
    const decided = await this.#decided(command, at);
    if (typeof decided === 'object' && !decided.ok)
      await this.#house.overseer?.refused(this.#meta, command, decided.refusal);
    return decided;
  }

  #decided(command: Timeless, at: consultation.Instant | undefined): Promise<Outcome> {
    return new Promise((done, failed) => {
      this.#waiting.push({ command, at, done, failed });
      this.#working ??= this.#work();
    });
  }

  /** Lets go: what waits is finished, and the clock is no longer watched. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#callOff?.();
    await this.#working;
  }

  /** One turn after another, so that commands of this process never race each other. */
  async #work(): Promise<void> {
    // What arrives in this tick of the event loop shares the first turn.
    await Promise.resolve();
    while (this.#waiting.length > 0 || this.#heard) {
      if (this.#waiting.length === 0) {
        await this.#listen();
        continue;
      }
      const turn = this.#waiting.splice(0, TURN);
      try {
        await this.#take(turn);
      } catch (error) {
        for (const { failed } of turn) failed(error);
      }
    }
    this.#working = undefined;
  }

  /** What can't be read now is read when somebody asks. */
  async #listen(): Promise<void> {
    this.#heard = false;
    await this.catchUp().catch(() => undefined);
  }

  /** Acts at once while no other process does; else waits for its turn among them, so that none loses one race after the other. */
  async #take(turn: readonly Waiting[]): Promise<void> {
    if (this.#calm >= CALM && (await this.#try(turn))) return;
    await this.#house.store.inTurn(nameOfCase(this.#meta.id), async () => {
      await this.catchUp();
      this.#calm += 1;
      // Whoever has not yet learnt of the other processes can be faster still.
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        if (await this.#try(turn)) return;
        await this.#reread();
      }
      for (const { done } of turn) done('busy');
    });
  }

  /** Decides and commits a turn; false where another process has added to the case meanwhile: then nothing was done. */
  async #try(turn: readonly Waiting[]): Promise<boolean> {
    const from = this.#events.length;
    const { now } = this;
    const { decided, events } = decideAll(
      this.arrangement,
      this.#state,
      turn.map(({ at = now, command }) => ({ command, at })),
    );
    // What looks wrong here may be right by what another process has done since: nobody is refused on an old state.
    if (decided.some(({ ok }) => !ok)) {
      await this.catchUp();
      if (this.#events.length > from) return false;
    }
    if (events.length > 0 && !(await this.#commit(from, events))) return false;
    turn.forEach(({ done }, index) => done(decided[index]!));
    return true;
  }

  async #commit(from: number, events: readonly Event[]): Promise<boolean> {
    const { recorder, store } = this.#house;
    const name = nameOfCase(this.#meta.id);
    const phase = events.reduce(consultation.evolve, this.#state)!.phase;
    const meta = { ...this.#meta, phase };
    const puts: readonly Put[] =
      phase === this.#meta.phase ? [] : [{ cell: name, over: this.#metaVersion, value: encode(meta) }];
    const own: Append = { stream: name, at: from, rows: events.map(encode) };
    const recording = recorder.entriesFor(recordedAs(this.#meta, this.arrangement), events, from);
    const commit = await store.commit({
      appends: [own, ...recording.appends],
      puts: [...puts, ...recording.puts],
    });
    if (!commit.ok) {
      recorder.conflicted(commit.conflict);
      return false;
    }
    if (puts.length > 0) {
      this.#meta = meta;
      this.#metaVersion = commit.versions[0]!;
    }
    this.#grow(from, events);
    return true;
  }

  async #reread(): Promise<void> {
    const cell = await this.#house.store.get(nameOfCase(this.#meta.id));
    if (cell) {
      this.#meta = decode(cell.value) as CaseMeta;
      this.#metaVersion = cell.version;
    }
    await this.catchUp();
  }

  /** Takes in events that stand in the stream from a place on. Some may have come by another way already. */
  #grow(from: number, events: readonly Event[]): void {
    const news = events.slice(this.#events.length - from);
    for (const event of news) {
      const before = this.#state;
      const after = consultation.evolve(before, event)!;
      this.#events.push(event);
      this.#state = after;
      for (const { feed, viewer } of this.#feeds.values())
        feed.push(consultation.updates(this.arrangement, before, event, after, viewer));
    }
    if (news.length === 0) return;
    this.#watchClock(this.state.now);
    this.#house.overseer?.changed();
  }

  /** At the next moment at which something comes about by itself, this process says so; others may be faster. */
  #watchClock(foundUpTo: consultation.Instant): void {
    this.#callOff?.();
    const due = consultation.nextMoment(this.state, foundUpTo);
    if (due === null || this.#closed) return;
    const { alarm, now } = this.#house.world;
    this.#callOff = alarm(due, () => {
      const rung = now();
      // What fails is tried again when something else happens, or by another process.
      this.act({ type: 'tick' }).then(
        () => this.#watchClock(rung),
        () => undefined,
      );
    });
  }
}
