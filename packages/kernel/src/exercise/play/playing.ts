/**
 * An exercise and its consultations together, as a server runs them, without a server: who plays acts, orders are carried out, time passes.
 * Nothing is taken from a clock or from chance, so the same moves give the same course.
 */
import type { Arrangement } from '../../arrangement/model.ts';
import type { Instant } from '../../consultation/clock.ts';
import type { Command, Recorded } from '../../consultation/command.ts';
import { decide as decideCase, type Decision } from '../../consultation/decide.ts';
import type { Event } from '../../consultation/event.ts';
import { evolve as evolveCase } from '../../consultation/evolve.ts';
import { nextMoment as nextOfCase } from '../../consultation/next-moment.ts';
import type { Consultation } from '../../consultation/state.ts';
import { begin } from '../run/begin.ts';
import { elapsedAt, type Elapsed } from '../run/clock.ts';
import { decide, nextMoment, type ExerciseDecision } from '../run/decide.ts';
import { evolve } from '../run/evolve.ts';
import type { Exercise, ExerciseCommand, ExerciseEvent, Timely } from '../run/model.ts';
import { orders, type CaseOrder } from '../run/orders.ts';
import { latest, realMoment, scenarioInstant, type Stage } from '../run/stage.ts';
import type { Scenario } from '../scenario/model.ts';
import { opening } from '../scenario/opening.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** What a seat does in a consultation, and what somebody who takes part asks of the exercise, without key and moment. */
export type SeatCommand = Without<Recorded, 'key' | 'at'>;
export type PartCommand = Without<ExerciseCommand, 'key' | 'at'>;

export class Playing {
  readonly scenario: Scenario;
  readonly arrangement: Arrangement;
  readonly events: ExerciseEvent[] = [];
  /** What has happened in each consultation. */
  readonly records = new Map<string, Event[]>();
  readonly #cases = new Map<string, Consultation>();
  #state: Exercise;
  #at: Instant;
  #keys = 0;

  constructor(scenario: Scenario, arrangement: Arrangement, at: Instant) {
    this.scenario = scenario;
    this.arrangement = arrangement;
    this.#state = begin(scenario, at);
    this.#at = at;
  }

  get state(): Exercise {
    return this.#state;
  }

  protected set state(state: Exercise) {
    this.#state = state;
  }

  get at(): Instant {
    return this.#at;
  }

  protected set at(at: Instant) {
    this.#at = at;
  }

  get elapsed(): Elapsed {
    return elapsedAt(this.#state.clock, latest(this.#state, this.#at));
  }

  get stage(): Stage {
    return { scenario: this.scenario, arrangement: this.arrangement, cases: this.#cases };
  }

  /** What is decided is committed first, and then carried out, as orders demand. */
  send(command: ExerciseCommand | Timely): ExerciseDecision {
    const decision = decide(this.stage, this.#state, command);
    if (!decision.ok) return decision;
    const entailed = decision.events.flatMap((event) => {
      this.events.push(event);
      this.#state = evolve(this.#state, event);
      return orders(this.stage, event, this.#state);
    });
    for (const order of entailed) this.#carryOut(order);
    return decision;
  }

  commands(command: PartCommand): ExerciseDecision {
    return this.send({ ...command, key: this.#key(), at: this.#at });
  }

  /** A seat acts. What the arrangement refuses stands in the exercise's own record. */
  acts(consultation: string, command: SeatCommand): Decision {
    const key = this.#key();
    const decision = this.#inCase(consultation, { ...command, key, at: this.#instant });
    if (!decision.ok)
      this.send({
        type: 'refused',
        at: this.#at,
        id: key,
        consultation,
        seat: command.seat,
        command: command.type,
        code: decision.refusal.code,
      });
    this.#tick();
    return decision;
  }

  /** Convenes a planned consultation, as its convener sees fit. */
  convenes(consultation: string): void {
    const planned = this.scenario.consultations.get(consultation)!;
    this.#carryOut({ consultation, open: opening(this.scenario, planned, this.#instant) });
  }

  /** What the arrangement would say, without its being done. */
  wouldBe(consultation: string, command: SeatCommand): Decision {
    const state = this.#cases.get(consultation) ?? null;
    return decideCase(this.arrangement, state, { ...command, key: 'would-be', at: this.#instant });
  }

  /** Lets time pass to a real moment; what comes about by itself on the way comes about in its time, here and in the consultations. */
  passTo(moment: Instant): void {
    for (;;) {
      const { next } = this;
      if (next === null || next >= moment) break;
      this.#at = next;
      this.#tick();
    }
    this.#at = latest(this.#state, moment);
    this.#tick();
  }

  /** The first moment after this at which something comes about by itself; `null`: none is foreseen. */
  get next(): Instant | null {
    const moments = [
      nextMoment(this.stage, this.#state),
      ...[...this.#cases.values()].map((state) => {
        const moment = nextOfCase(state, this.#instant);
        return moment === null ? null : realMoment(this.scenario, this.#state, moment);
      }),
    ].filter((moment) => moment !== null && moment > this.#at);
    return moments.length === 0 ? null : (Math.min(...(moments as Instant[])) as Instant);
  }

  #tick(): void {
    for (const consultation of this.#cases.keys())
      this.#inCase(consultation, { type: 'tick', at: this.#instant });
    this.send({ type: 'tick', at: this.#at });
  }

  get #instant(): Instant {
    return scenarioInstant(this.scenario, this.#state, this.#at);
  }

  #key(): string {
    this.#keys += 1;
    return `k${this.#keys}`;
  }

  #inCase(consultation: string, command: Command): Decision {
    const state = this.#cases.get(consultation) ?? null;
    const at = Math.max(command.at, state?.now ?? 0) as Instant;
    const decision = decideCase(this.arrangement, state, { ...command, at });
    if (!decision.ok) return decision;
    const record = this.records.get(consultation) ?? [];
    record.push(...decision.events);
    this.records.set(consultation, record);
    const after = decision.events.reduce(evolveCase, state);
    if (after) this.#cases.set(consultation, after);
    return decision;
  }

  #carryOut(order: CaseOrder): void {
    const { consultation } = order;
    if ('command' in order) {
      this.#inCase(consultation, order.command);
      return;
    }
    this.#inCase(consultation, order.open);
    this.send({ type: 'convened', at: this.#at, consultation, case: consultation });
  }
}
