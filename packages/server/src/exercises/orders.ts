/**
 * What the events of an exercise entail for its cases: done after they are committed, by the process that committed them, and again after a
 * restart for those of which it is not known: at least once, and each under a key of its own, so that doing it again changes nothing.
 */
import { exercise, type consultation } from '@foedus/kernel';
import { decode, encode } from '../cases/bytes.ts';
import type { Cases } from '../cases/cases.ts';
import type { Store, Version } from '../store/store.ts';
import type { RunExercise } from './exercise.ts';
import { nameOfOrders } from './meta.ts';

interface Pending {
  /** The number of the event, from 1. */
  readonly number: number;
  readonly event: exercise.ExerciseEvent;
  readonly after: exercise.Exercise;
}

interface Deps {
  readonly store: Store;
  readonly cases: Cases;
  readonly onError: (error: unknown) => void;
}

export class Orders {
  readonly #deps: Deps;
  readonly #of: RunExercise;
  #pending: Pending[] = [];
  #done = 0;
  /** Events that entail nothing are noted at the next beat, so that they cost no commit of their own. */
  #noted = 0;
  #version: Version | 'absent' = 'absent';
  #settling: Promise<void> = Promise.resolve();
  /** What waited at the last beat: by the next one, whoever had committed it has had time. */
  #waited = 0;

  constructor(deps: Deps, of: RunExercise) {
    this.#deps = deps;
    this.#of = of;
  }

  add(number: number, event: exercise.ExerciseEvent, after: exercise.Exercise): void {
    this.#pending.push({ number, event, after });
  }

  /** Finds out what was done before. */
  async load(): Promise<void> {
    const cell = await this.#deps.store.get(nameOfOrders(this.#of.meta.id));
    if (!cell) return;
    this.#version = cell.version;
    this.#done = Math.max(this.#done, decode(cell.value) as number);
    this.#pending = this.#pending.filter(({ number }) => number > this.#done);
  }

  /** Does all that is to be done; resolves when it is. What fails is tried again at the next beat. */
  settle(): Promise<void> {
    this.#settling = this.#settling.then(() => this.#settle()).catch(this.#deps.onError);
    return this.#settling;
  }

  /** At each beat: notes how far it has come, and does what another process should have done by now. */
  beat(): void {
    if (this.#done > this.#noted) void this.#noting().catch(this.#deps.onError);
    const first = this.#pending[0]?.number ?? 0;
    if (first > 0 && first === this.#waited)
      void this.load()
        .then(() => this.settle())
        .catch(this.#deps.onError);
    this.#waited = first;
  }

  async #settle(): Promise<void> {
    let did = 0;
    for (;;) {
      const next = this.#pending[0];
      if (!next) break;
      for (const order of exercise.orders(this.#of.stage, next.event, next.after)) {
        did += 1;
        await this.#do(order);
      }
      this.#done = next.number;
      this.#pending.shift();
    }
    if (did > 0) await this.#note();
  }

  /** After what is being done. */
  #noting(): Promise<void> {
    this.#settling = this.#settling.then(() => this.#note());
    return this.#settling;
  }

  async #note(): Promise<void> {
    const { store } = this.#deps;
    const cell = nameOfOrders(this.#of.meta.id);
    const done = this.#done;
    const commit = await store.commit({
      puts: [{ cell, over: this.#version, value: encode(done) }],
    });
    this.#noted = done;
    if (commit.ok) this.#version = commit.versions[0]!;
    else await this.load();
  }

  async #do(order: exercise.CaseOrder): Promise<void> {
    if ('open' in order) return void (await this.convene(order.consultation, order.open));
    const id = this.#of.state.consultations.get(order.consultation);
    const found = id === undefined ? undefined : await this.#deps.cases.find(id);
    // What the case refuses is so already, as when a link that is down is cut.
    const { at, ...command } = order.command;
    if ((await found?.act(command, at)) === 'busy') throw new Error('the case was busy');
  }

  /** Opens a case of the exercise and tells it; once, however often it is asked for. */
  async convene(consultation: string, open: consultation.Open): Promise<string> {
    const { arrangement, meta } = this.#of;
    const { at, exercise: _, ...command } = open;
    const opened = await this.#deps.cases.open(`exercise/${meta.id}/${consultation}`, {
      kind: 'exercise',
      command,
      of: { exercise: meta.id, ground: { arrangement, hash: meta.arrangementHash }, at },
    });
    if (!opened.ok) throw new Error(`${consultation} can't be convened: ${opened.why}`);
    const { id } = opened.case.meta;
    await this.#of.tell({ type: 'convened', consultation, case: id });
    return id;
  }
}
