/**
 * One exercise as this process knows it: the fold of its stream, what each viewer was told, and its cases. As with cases, commands are decided here and
 * take effect when the store has them: compare-and-swap on the length of the stream makes every process decide on the same past.
 */
import { setTimeout } from 'node:timers/promises';
import { exercise, type Arrangement, type consultation } from '@foedus/kernel';
import { decode, encode } from '../cases/bytes.ts';
import type { Case, Overseer } from '../cases/case.ts';
import type { Cases } from '../cases/cases.ts';
import type { World } from '../cases/world.ts';
import type { Put, Store, Version } from '../store/store.ts';
import { ExerciseFeed } from './feed.ts';
import { nameOfExercise, type ExerciseMeta } from './meta.ts';
import { Orders } from './orders.ts';
import { Pulse, SILENCE } from './pulse.ts';
import { refusedAct } from './refused.ts';
import { ScenarioWorld } from './scenario-world.ts';
import { decideAll, type Decided, type Timeless } from './turn.ts';

type Event = exercise.ExerciseEvent;
type Exercise = exercise.Exercise;
type Instant = consultation.Instant;

/** What an exercise needs of the process it is in. */
export interface Hall {
  readonly store: Store;
  readonly world: World;
  readonly cases: Cases;
  /** Whether no other process can have the store: an exercise that was left running has been left alone. */
  readonly alone: boolean;
  readonly onError: (error: unknown) => void;
}

const TURN = 64;
export const ATTEMPTS = 16;
const PAGE = 1000;
/** The state is kept after every so many events, so that any moment is near one that is kept. */
const MARK = 64;

/** Processes that lost a race several times try at different moments: at most 64 milliseconds each time. */
async function backOff(attempt: number): Promise<void> {
  if (attempt > 0) await setTimeout(Math.random() * 2 ** Math.min(attempt, 6));
}

interface Waiting {
  readonly command: Timeless;
  readonly done: (decided: Decided | 'busy') => void;
  readonly failed: (error: unknown) => void;
}

/** The state after so many events. */
export interface Mark {
  readonly events: number;
  readonly state: Exercise;
}

export class RunExercise implements Overseer {
  readonly scenario: exercise.Scenario;
  readonly arrangement: Arrangement;
  readonly world: ScenarioWorld;
  readonly #hall: Hall;
  readonly #epoch: string;
  readonly #pulse: Pulse;
  readonly #orders: Orders;
  #meta: ExerciseMeta;
  #metaVersion: Version;
  readonly #events: Event[] = [];
  #state: Exercise;
  readonly #marks: Mark[];
  readonly #cases = new Map<string, Case>();
  readonly #feeds = new Map<
    string,
    { readonly viewer: exercise.ExerciseViewer; readonly feed: ExerciseFeed }
  >();
  readonly #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  #heard = false;
  #tickDue = false;
  /** Up to when all that is due was found. */
  #foundUpTo = 0;
  #callOff: (() => void) | undefined;
  #takingOver: Promise<void> | undefined;
  #isTakenOver = false;
  #closed = false;

  constructor(
    hall: Hall,
    meta: ExerciseMeta,
    version: Version,
    under: { readonly scenario: exercise.Scenario; readonly arrangement: Arrangement },
  ) {
    this.#hall = hall;
    this.#meta = meta;
    this.#metaVersion = version;
    this.scenario = under.scenario;
    this.arrangement = under.arrangement;
    this.#state = exercise.begin(under.scenario, meta.createdAt as Instant);
    this.#marks = [{ events: 0, state: this.#state }];
    this.#epoch = Buffer.from(hall.world.bytes(6)).toString('base64url');
    this.#pulse = new Pulse(hall.store, hall.world, meta.id);
    this.world = new ScenarioWorld(hall.world, this);
    this.#orders = new Orders(hall, this);
  }

  get meta(): ExerciseMeta {
    return this.#meta;
  }

  get state(): Exercise {
    return this.#state;
  }

  get events(): readonly Event[] {
    return this.#events;
  }

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  get cases(): ReadonlyMap<string, Case> {
    return this.#cases;
  }

  get watchers(): number {
    return [...this.#feeds.values()].reduce((sum, { feed }) => sum + feed.watchers, 0);
  }

  /** The clock is not read beyond a moment at which this process may have been away. */
  moment(): Instant {
    const now = this.#hall.world.now();
    const { alive } = this.#pulse;
    return (alive === 0 ? now : Math.min(now, alive + SILENCE)) as Instant;
  }

  get stage(): exercise.Stage {
    const { arrangement, scenario } = this;
    return { arrangement, scenario, cases: new Map([...this.#cases].map(([id, each]) => [id, each.state])) };
  }

  /** What a viewer is told. */
  feed(viewer: exercise.ExerciseViewer): ExerciseFeed {
    const name = exercise.viewerName(viewer);
    const known = this.#feeds.get(name)?.feed;
    if (known) return known;
    // When something last happened is not told: it may have been what the viewer doesn't see.
    const feed = new ExerciseFeed(this.#epoch, () => ({
      ...exercise.seen(this.stage, this.#state, viewer),
      now: this.moment(),
    }));
    this.#feeds.set(name, { viewer, feed });
    return feed;
  }

  /** Has its cases at hand, and has found out whether it was left running. */
  ready(): Promise<void> {
    this.#takingOver ??= this.#takeOver().catch((error: unknown) => {
      this.#takingOver = undefined;
      throw error;
    });
    return this.#takingOver;
  }

  async #takeOver(): Promise<void> {
    await this.#findCases();
    await this.#orders.load();
    await this.#pulse.read();
    if (this.#state.phase === 'running' && (await this.#wasLeft()))
      await this.#decided({ type: 'recover', alive: this.#lastAlive() });
    this.#isTakenOver = true;
    this.#keepTime();
    await this.#orders.settle();
  }

  async #wasLeft(): Promise<boolean> {
    const { alone, world } = this.#hall;
    if (alone || this.#pulse.isSilent(world.now())) return true;
    // Another process is there for it if it says so within a few beats.
    await setTimeout(SILENCE / 2);
    return !(await this.#pulse.read());
  }

  #lastAlive(): Instant {
    return Math.max(this.#pulse.alive, this.#state.now) as Instant;
  }

  /** Reads what was added, here or elsewhere, since the last time. */
  async catchUp(): Promise<void> {
    for (;;) {
      const from = this.#events.length;
      const rows = await this.#hall.store.read(nameOfExercise(this.#meta.id), from, PAGE);
      this.#grow(
        from,
        rows.map((row) => decode(row) as Event),
      );
      if (rows.length < PAGE) return;
    }
  }

  /** Something was added to the stream. */
  hear(): void {
    this.#heard = true;
    this.#working ??= this.#work();
  }

  /** Something happened in a case: it may be what a branch or an expectation waits for. */
  changed(): void {
    if (!this.#isTakenOver || this.#state.phase !== 'running') return;
    this.#tickDue = true;
    this.#working ??= this.#work();
  }

  /** The arrangement refused an act in a case. */
  async refused(...[of, command, refusal]: Parameters<Overseer['refused']>): Promise<void> {
    const consultation = [...this.#state.consultations].find(([, id]) => id === of.id)?.[0];
    const told = consultation && refusedAct(consultation, command, refusal);
    if (!told) return;
    await this.ready();
    await this.#decided(told);
  }

  /** Decides a command, and answers when all that it brings about is committed and done in the cases. `busy`: others were faster too often. */
  async act(command: Timeless): Promise<Decided | 'busy'> {
    await this.ready();
    const decided = await this.#decided(command);
    await this.#orders.settle();
    return decided;
  }

  /** Why a command would be refused now; `undefined`: it would not be. */
  refusalOf(command: Timeless): exercise.ExerciseRefusal | undefined {
    const [decided] = decideAll(this.stage, this.#state, [command], this.moment()).decided;
    return decided?.ok ? undefined : decided?.refusal;
  }

  /** Convenes a planned consultation now, whether the scenario has a moment for it or not; one that was convened stays as it is. */
  async convene(
    consultation: string,
  ): Promise<
    | { readonly ok: true; readonly case: string }
    | { readonly ok: false; readonly refusal: exercise.ExerciseRefusal }
  > {
    await this.ready();
    const { consultations, phase } = this.#state;
    const known = consultations.get(consultation);
    if (known !== undefined) return { ok: true, case: known };
    const planned = this.scenario.consultations.get(consultation);
    if (!planned) return { ok: false, refusal: { code: 'unknown-consultation', subject: consultation } };
    if (phase === 'planned') return { ok: false, refusal: { code: 'not-started' } };
    if (phase === 'ended') return { ok: false, refusal: { code: 'ended' } };
    const open = exercise.opening(this.scenario, planned, this.world.now());
    const convened = await this.#orders.convene(consultation, open);
    await this.#orders.settle();
    return { ok: true, case: convened };
  }

  /** Decides a command without waiting for what is done in the cases: for what is said while that is being done. */
  tell(command: Timeless): Promise<Decided | 'busy'> {
    return this.#decided(command);
  }

  #decided(command: Timeless): Promise<Decided | 'busy'> {
    return new Promise((done, failed) => {
      this.#waiting.push({ command, done, failed });
      this.#working ??= this.#work();
    });
  }

  /** Lets go: what waits is finished, the clock is no longer watched, and what was alive until now is kept. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#callOff?.();
    this.#pulse.stop();
    await this.#working;
    await this.#orders.settle();
    if (this.#state.phase !== 'running' || !this.#isTakenOver) return;
    this.#pulse.note(this.moment());
    await this.#pulse.write();
  }

  async #work(): Promise<void> {
    // What arrives in this tick of the event loop shares the first turn.
    await Promise.resolve();
    while (this.#waiting.length > 0 || this.#heard || this.#tickDue) {
      if (this.#tickDue) this.#tick();
      if (this.#waiting.length === 0) {
        this.#heard = false;
        // What can't be read now is read when somebody asks.
        await this.catchUp().catch(() => undefined);
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

  #tick(): void {
    this.#tickDue = false;
    // What fails is tried again at the next beat.
    this.#waiting.push({
      command: { type: 'tick' },
      done: () => void this.#orders.settle(),
      failed: this.#hall.onError,
    });
  }

  async #take(turn: readonly Waiting[]): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await this.#findCases();
      const from = this.#events.length;
      const now = Math.max(this.#hall.world.now(), this.#state.now) as Instant;
      const commands = turn.map(({ command }) => command);
      const away = await this.#away(now);
      const { decided, events } = decideAll(
        this.stage,
        this.#state,
        away ? [{ type: 'recover', alive: this.#lastAlive() }, ...commands] : commands,
        now,
      );
      const answers = away ? decided.slice(1) : decided;
      // What looks wrong here may be right by what another process has done since: nobody is refused on an old state.
      if (attempt === 0 && answers.some(({ ok }) => !ok)) {
        await this.catchUp();
        if (this.#events.length > from) continue;
      }
      if (events.length === 0 || (await this.#commit(from, events))) {
        this.#found(now, commands);
        turn.forEach(({ done }, index) => done(answers[index]!));
        return;
      }
      await this.#reread();
      await backOff(attempt);
    }
    for (const { done } of turn) done('busy');
  }

  /** Whether the clock has run while neither this process nor another was there: the machine slept. */
  async #away(now: Instant): Promise<boolean> {
    if (!this.#isTakenOver || this.#state.phase !== 'running' || !this.#pulse.isSilent(now)) return false;
    await this.#pulse.read();
    return this.#pulse.isSilent(now);
  }

  #found(now: Instant, commands: readonly Timeless[]): void {
    if (commands.some(({ type }) => type === 'tick')) this.#foundUpTo = now;
    this.#keepTime();
  }

  async #commit(from: number, events: readonly Event[]): Promise<boolean> {
    const name = nameOfExercise(this.#meta.id);
    const { phase } = events.reduce(exercise.evolve, this.#state);
    const meta = { ...this.#meta, phase };
    const puts: readonly Put[] =
      phase === this.#meta.phase ? [] : [{ cell: name, over: this.#metaVersion, value: encode(meta) }];
    const commit = await this.#hall.store.commit({
      appends: [{ stream: name, at: from, rows: events.map(encode) }],
      puts,
    });
    if (!commit.ok) return false;
    if (puts.length > 0) {
      this.#meta = meta;
      this.#metaVersion = commit.versions[0]!;
    }
    this.#grow(from, events);
    return true;
  }

  async #reread(): Promise<void> {
    const cell = await this.#hall.store.get(nameOfExercise(this.#meta.id));
    if (cell) {
      this.#meta = decode(cell.value) as ExerciseMeta;
      this.#metaVersion = cell.version;
    }
    await this.catchUp();
  }

  /** Takes in events that stand in the stream from a place on. Some may have come by another way already. */
  #grow(from: number, events: readonly Event[]): void {
    const news = events.slice(this.#events.length - from);
    const { clock } = this.#state;
    const { stage } = this;
    for (const event of news) {
      const before = this.#state;
      const after = exercise.evolve(before, event);
      this.#events.push(event);
      this.#state = after;
      if (this.#events.length % MARK === 0) this.#marks.push({ events: this.#events.length, state: after });
      this.#orders.add(this.#events.length, event, after);
      for (const { feed, viewer } of this.#feeds.values()) {
        const update = exercise.updates(stage, before, event, after, viewer);
        if (update) feed.push(update);
      }
    }
    if (news.length === 0) return;
    if (this.#state.clock !== clock) this.world.changed();
    this.#keepTime();
  }

  async #findCases(): Promise<void> {
    for (const [name, id] of this.#state.consultations) {
      if (this.#cases.has(name)) continue;
      const found = await this.#hall.cases.find(id);
      if (found) this.#cases.set(name, found);
    }
  }

  /** While it runs: beats, and rings at the next moment at which something is due. */
  #keepTime(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    if (!this.#isTakenOver || this.#closed) return;
    if (this.#state.phase !== 'running') return this.#pulse.stop();
    // After a silence the turn finds out whether the clock ran without anybody, before anything that is due is sent.
    this.#pulse.start(
      () => this.#orders.beat(),
      () => this.changed(),
    );
    const due = exercise.nextMoment(this.stage, this.#state);
    if (due === null) return;
    const moment = (due > this.#foundUpTo ? due : this.#foundUpTo + SILENCE) as Instant;
    this.#callOff = this.#hall.world.alarm(moment, () => {
      this.#tickDue = true;
      this.#working ??= this.#work();
    });
  }
}
