/** The course of an exercise while one command or tick is decided: what happens, one after another, and what comes about by itself in between. */
import type { Instant } from '../../consultation/clock.ts';
import { conditionHolds } from '../judge/condition.ts';
import type { Elapsed } from './clock.ts';
import { evolve } from './evolve.ts';
import type { Agendum, Exercise, ExerciseEvent } from './model.ts';
import { outlookOf, type Coming } from './outlook.ts';
import type { Stage } from './stage.ts';
import { watchesOf } from './watch.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
export type Happening = Without<ExerciseEvent, 'at' | 'elapsed'>;

/** What becomes of what is due on the way. `clock`: it is sent, as the clock sends it. */
export type Passing = 'clock' | 'send' | 'hold' | 'skip';

export class Course {
  readonly events: ExerciseEvent[] = [];
  readonly #stage: Stage;
  readonly #at: Instant;
  #state: Exercise;

  constructor(stage: Stage, state: Exercise, at: Instant) {
    this.#stage = stage;
    this.#state = state;
    this.#at = at;
  }

  get state(): Exercise {
    return this.#state;
  }

  /** Time never goes back in the record: what is found late is dated to the moment at which it is found. */
  happens(happening: Happening, elapsed: number): void {
    const event = {
      ...happening,
      at: this.#at,
      elapsed: Math.max(elapsed, this.#state.elapsed) as Elapsed,
    } as ExerciseEvent;
    this.events.push(event);
    this.#state = evolve(this.#state, event);
  }

  /** Lets time pass: all that is due up to the moment happens, in the order in which it is due. Before a moment: `until` less one. */
  passTo(until: number, passing: Passing): void {
    for (;;) {
      const [coming, next] = [outlookOf(this.#stage, this.#state).next, this.#state.agenda[0]];
      // At one moment what has become true goes first, since it may put something on the agenda for that moment.
      if (coming && coming.due <= until && coming.due <= (next?.due ?? Infinity)) this.#comesAbout(coming);
      else if (next && next.due <= until) this.#isDue(next, passing);
      else return;
    }
  }

  /** What players were expected to do and have not done is missed when the exercise ends. */
  end(elapsed: number): void {
    for (const id of this.#state.sent)
      for (const watch of watchesOf(this.#state, id))
        if (watch.type === 'expectation')
          this.happens(
            { type: 'judged', expectation: watch.expectation, verdict: 'missed', evidence: [] },
            elapsed,
          );
  }

  #comesAbout({ due: at, met, watch }: Coming): void {
    if (watch.type === 'branch') {
      this.happens({ type: 'branched', inject: watch.inject, due: (at + watch.delay) as Elapsed }, at);
    } else {
      const { evidence } = met
        ? conditionHolds(this.#stage, this.#state, watch.condition, at)
        : { evidence: [] };
      const verdict = met ? 'met' : 'missed';
      this.happens({ type: 'judged', expectation: watch.expectation, verdict, evidence }, at);
    }
  }

  #isDue(next: Agendum, passing: Passing): void {
    if (next.type === 'consultation')
      return this.happens({ type: 'convening', consultation: next.consultation }, next.due);
    const { inject: id } = next;
    if (passing === 'hold' || passing === 'skip')
      return this.happens(
        { type: 'passed', inject: id, how: passing === 'hold' ? 'held' : 'skipped' },
        next.due,
      );
    const { due } = this.#state.injects.get(id)!.inject;
    const own = due.type === 'branch' ? 'branch' : 'clock';
    this.happens({ type: 'sent', inject: id, by: passing === 'send' ? 'jump' : own }, next.due);
  }
}
