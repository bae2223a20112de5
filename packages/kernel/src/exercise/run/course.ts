/** The course of an exercise while one command or tick is decided: what happens, one after another, and what comes about by itself in between. */
import type { Instant } from '../../consultation/clock.ts';
import { conditionHolds } from '../judge/condition.ts';
import type { Elapsed } from './clock.ts';
import { evolve } from './evolve.ts';
import type { Agendum, Exercise, ExerciseEvent } from './model.ts';
import { Outlook } from './outlook.ts';
import type { Stage } from './stage.ts';
import type { Foreseen } from './watch.ts';

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
    this.#state = evolve(this.#stage.scenario, this.#state, event);
  }

  /** Lets time pass: all that is due up to the moment happens, in the order in which it is due. Before a moment: `until` less one. */
  passTo(until: number, passing: Passing): void {
    const outlook = new Outlook(this.#stage, this.#state);
    for (;;) {
      const [foreseen, next] = [outlook.next, this.#state.agenda[0]];
      // At one moment what has become true goes first, since it may put something on the agenda for that moment.
      if (foreseen && foreseen.at <= until && foreseen.at <= (next?.due ?? Infinity))
        this.#comesAbout(foreseen, outlook);
      else if (next && next.due <= until) this.#isDue(next, passing, outlook);
      else return;
    }
  }

  /** All that is open is missed when the exercise ends. */
  end(elapsed: number): void {
    for (const { expectation } of this.#state.open)
      this.happens({ type: 'judged', expectation, verdict: 'missed', evidence: [] }, elapsed);
  }

  #comesAbout({ at, met, watch }: Foreseen, outlook: Outlook): void {
    if (watch.type === 'branch') {
      this.happens({ type: 'branched', inject: watch.inject, due: (at + watch.delay) as Elapsed }, at);
    } else {
      const { evidence } = met
        ? conditionHolds(this.#stage, this.#state, watch.met, at as Elapsed)
        : { evidence: [] };
      const verdict = met ? 'met' : 'missed';
      this.happens({ type: 'judged', expectation: watch.expectation, verdict, evidence }, at);
    }
    outlook.done(watch);
  }

  #isDue(next: Agendum, passing: Passing, outlook: Outlook): void {
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
    outlook.sent(this.#state, id);
  }
}
