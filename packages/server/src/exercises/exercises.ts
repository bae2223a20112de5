/** All exercises of a store, as this process serves them. Every one that has not ended is kept in memory, so that its clock is watched. */
import type { exercise } from '@foedus/kernel';
import { freeze } from '../cases/arrangements.ts';
import { decode, encode, hashOf } from '../cases/bytes.ts';
import type { Cell, Put } from '../store/store.ts';
import { RunExercise, type Hall } from './exercise.ts';
import {
  EXERCISES,
  exerciseIdFrom,
  isExerciseId,
  nameOfExercise,
  type ExerciseId,
  type ExerciseMeta,
} from './meta.ts';
import { importedScenarios } from './imports.ts';
import { freezeScenario, thawScenario } from './shelf.ts';
import type { ReadShelved, ScenarioShelf, ShelvedScenario } from './shelf.ts';

const PAGE = 500;
/** How long an exercise that is over and that nobody looks at stays in memory, and how often that is looked at. Milliseconds. */
const IDLE = 10 * 60_000;
const SWEEP = 60_000;

export type Made =
  | { readonly ok: true; readonly exercise: RunExercise }
  | { readonly ok: false; readonly why: 'unknown-scenario' | 'key-reused' };

export class Exercises {
  readonly #hall: Hall;
  readonly #shelf: ScenarioShelf;
  /** Imported scenarios that were read, by their hashes. */
  readonly #imported = new Map<string, ReadShelved>();
  readonly #exercises = new Map<ExerciseId, Promise<RunExercise | undefined>>();
  readonly #usedAt = new Map<ExerciseId, number>();
  readonly #unwatch: () => void;
  readonly #sweeper: NodeJS.Timeout;

  constructor(hall: Hall, shelf: ScenarioShelf) {
    this.#hall = hall;
    this.#shelf = shelf;
    hall.cases.withExercises(async (id) => {
      const found = await this.find(id);
      if (!found) throw new Error(`a case belongs to the exercise ${id}, which is not there`);
      return { world: found.world, overseer: found };
    });
    this.#unwatch = hall.store.watch((streams) => this.#hear(streams));
    this.#sweeper = setInterval(() => void this.#sweep(), SWEEP);
    this.#sweeper.unref();
  }

  /** Takes up every exercise that has not ended. One that was left running stands as of when it was last alive. */
  async start(): Promise<void> {
    for await (const meta of this.list())
      if (meta.phase !== 'ended') await (await this.find(meta.id))?.ready();
  }

  /** The scenarios that an exercise can be made of. One that was imported stands before one of the same id in the folder. */
  async scenarios(): Promise<ReadonlyMap<string, ShelvedScenario>> {
    const imported = await importedScenarios(this.#hall.store, this.#hall.cases.shelf, this.#imported);
    return new Map([...this.#shelf.scenarios, ...imported.map((each) => [each.scenario.id, each] as const)]);
  }

  /** Makes an exercise of a scenario, directed by a participant; asked again under the same key, it answers with the one that was made then. */
  async make(
    by: string,
    key: string,
    scenario: string,
    participants: readonly exercise.Participant[],
  ): Promise<Made> {
    const shelved = (await this.scenarios()).get(scenario);
    if (!shelved) return { ok: false, why: 'unknown-scenario' };
    const { store, world } = this.#hall;
    await freeze(store, shelved.arrangement);
    await freezeScenario(store, shelved);
    const meta: ExerciseMeta = {
      id: exerciseIdFrom(world.bytes(12)),
      scenario,
      hash: shelved.hash,
      arrangement: shelved.arrangement.arrangement.id,
      arrangementHash: shelved.arrangement.hash,
      name: shelved.scenario.name,
      by,
      createdAt: world.now(),
      phase: 'planned',
    };
    const once: Put = {
      cell: `making/${hashOf(JSON.stringify([by, key]))}`,
      over: 'absent',
      value: encode({ id: meta.id, scenario }),
    };
    const { ok } = await store.commit({
      puts: [once, { cell: nameOfExercise(meta.id), over: 'absent', value: encode(meta) }],
    });
    const kept = ok ? { id: meta.id, scenario } : await this.#madeBefore(once.cell);
    if (kept.scenario !== scenario) return { ok: false, why: 'key-reused' };
    const found = await this.find(kept.id);
    if (!found) throw new Error(`the exercise ${kept.id} was made and is not there`);
    await this.#admit(found, participants);
    return { ok: true, exercise: found };
  }

  async #madeBefore(cell: string): Promise<{ readonly id: ExerciseId; readonly scenario: string }> {
    const before = await this.#hall.store.get(cell);
    if (!before)
      throw new Error('the making of an exercise was refused by the store, and none was made before');
    return decode(before.value) as { readonly id: ExerciseId; readonly scenario: string };
  }

  /** Those with whom it begins: the first of them directs it. */
  async #admit(found: RunExercise, participants: readonly exercise.Participant[]): Promise<void> {
    const director = participants[0]!;
    for (const participant of participants) {
      const admitted = await found.act({
        type: 'admit',
        key: `admit-${participant.id}`,
        by: director.id,
        participant,
      });
      if (admitted === 'busy' || !admitted.ok) throw new Error(`${participant.role} was not admitted`);
    }
  }

  /** The exercise with this id, as far as it is known here. */
  async find(id: string): Promise<RunExercise | undefined> {
    if (!isExerciseId(id)) return undefined;
    const loading = this.#exercises.get(id) ?? this.#load(id);
    this.#exercises.set(id, loading);
    const found = await loading.catch((error: unknown) => {
      this.#exercises.delete(id);
      throw error;
    });
    if (found) this.#usedAt.set(id, this.#hall.world.now());
    else this.#exercises.delete(id);
    return found;
  }

  async #load(id: ExerciseId): Promise<RunExercise | undefined> {
    const { cases, store } = this.#hall;
    const cell = await store.get(nameOfExercise(id));
    if (!cell) return undefined;
    const meta = decode(cell.value) as ExerciseMeta;
    const arrangement = await cases.arrangement(meta.arrangementHash);
    // What lies on the shelf as it did then need not be read again.
    const shelved = this.#shelf.scenarios.get(meta.scenario);
    const isSame = shelved?.hash === meta.hash && shelved.arrangement.hash === meta.arrangementHash;
    const scenario = isSame ? shelved.scenario : await thawScenario(store, meta.hash, arrangement);
    const loaded = new RunExercise(this.#hall, meta, cell.version, { scenario, arrangement });
    await loaded.catchUp();
    return loaded;
  }

  /** Every exercise, in the order of ids, which tells nothing. */
  async *list(): AsyncIterable<ExerciseMeta> {
    let after = EXERCISES;
    for (;;) {
      const cells: readonly Cell[] = await this.#hall.store.list(EXERCISES, after, PAGE);
      yield* cells.map(({ value }) => decode(value) as ExerciseMeta);
      const last = cells.at(-1);
      if (cells.length < PAGE || !last) return;
      after = last.cell;
    }
  }

  /** Lets go of every exercise when its commands are done. */
  async close(): Promise<void> {
    this.#unwatch();
    clearInterval(this.#sweeper);
    for (const each of await this.#all()) await each.close();
  }

  async #all(): Promise<readonly RunExercise[]> {
    const all = await Promise.allSettled(this.#exercises.values());
    return all.flatMap((each) => (each.status === 'fulfilled' && each.value ? [each.value] : []));
  }

  #hear(streams: readonly string[] | null): void {
    const ids = streams
      ? streams.filter((name) => name.startsWith(EXERCISES)).map((name) => name.slice(EXERCISES.length))
      : [...this.#exercises.keys()];
    for (const id of ids)
      this.find(id)
        .then(async (found) => {
          found?.hear();
          return found?.ready();
        })
        .catch(this.#hall.onError);
  }

  async #sweep(): Promise<void> {
    const old = this.#hall.world.now() - IDLE;
    for (const each of await this.#all()) {
      const { id } = each.meta;
      if (each.state.phase !== 'ended' || each.watchers > 0 || (this.#usedAt.get(id) ?? 0) >= old) continue;
      this.#exercises.delete(id);
      this.#usedAt.delete(id);
      await each.close();
    }
  }
}
