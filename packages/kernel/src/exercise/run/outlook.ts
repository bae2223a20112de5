/** What will come about by itself, in order, kept up while injects are sent: only what looks at a sent inject is looked at again. */
import type { Exercise } from './model.ts';
import type { Stage } from './stage.ts';
import { foresee, looksAt, watches, watchOf, type Foreseen, type Watch } from './watch.ts';

export class Outlook {
  readonly #stage: Stage;
  #state: Exercise;
  /** By when; those at one moment in the order in which they are watched. */
  #coming: readonly Foreseen[];
  /** Made when the first inject is sent. */
  #lookers: Map<string, Set<Watch>> | undefined;
  readonly #watches: Set<Watch>;

  constructor(stage: Stage, state: Exercise) {
    this.#stage = stage;
    this.#state = state;
    const all = watches(state);
    this.#watches = new Set(all);
    this.#coming = all
      .map((watch) => foresee(stage, state, watch))
      .filter(({ at }) => at < Infinity)
      .toSorted((one, other) => one.at - other.at);
  }

  get next(): Foreseen | undefined {
    return this.#coming[0];
  }

  done(watch: Watch): void {
    this.#watches.delete(watch);
    this.#coming = this.#coming.filter((each) => each.watch !== watch);
  }

  /** An inject was sent: its expectations are new, and others may look at it or at what it changed in the world. */
  sent(state: Exercise, id: string): void {
    this.#state = state;
    this.#lookers ??= this.#index();
    const lookers = [...(this.#lookers.get(id) ?? [])];
    const changesWorld = state.injects.get(id)!.inject.effects.some(({ type }) => type === 'condition');
    const touched = changesWorld ? [...lookers, ...(this.#lookers.get(WORLD) ?? [])] : lookers;
    const fresh = state.open.filter(({ inject }) => inject === id).map(watchOf);
    for (const watch of fresh) {
      this.#watches.add(watch);
      this.#enter(this.#lookers, watch);
    }
    for (const watch of new Set([...touched, ...fresh])) if (this.#watches.has(watch)) this.#look(watch);
  }

  #look(watch: Watch): void {
    const foreseen = foresee(this.#stage, this.#state, watch);
    const others = this.#coming.filter((each) => each.watch !== watch);
    const place = others.findIndex(({ at }) => at > foreseen.at);
    this.#coming =
      foreseen.at < Infinity ? others.toSpliced(place < 0 ? others.length : place, 0, foreseen) : others;
  }

  #index(): Map<string, Set<Watch>> {
    const lookers = new Map<string, Set<Watch>>();
    for (const watch of this.#watches) this.#enter(lookers, watch);
    return lookers;
  }

  #enter(lookers: Map<string, Set<Watch>>, watch: Watch): void {
    const { injects, world } = looksAt(watch);
    for (const key of world ? [...injects, WORLD] : injects)
      lookers.set(key, (lookers.get(key) ?? new Set()).add(watch));
  }
}

/** No serial: those that look at the world's conditions. */
const WORLD = '';
