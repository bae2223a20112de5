/** An exercise and its consultations, run for tests command by command: orders are carried out as a server does. */
import { ALLIANCE } from '../../consultation/testing/alliance.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import type { Recorded } from '../../consultation/command.ts';
import type { Instant } from '../../consultation/clock.ts';
import { decide as decideCase, type Decision } from '../../consultation/decide.ts';
import { evolve as evolveCase } from '../../consultation/evolve.ts';
import type { Consultation, State } from '../../consultation/state.ts';
import { begin } from '../run/begin.ts';
import { decide, type ExerciseDecision } from '../run/decide.ts';
import { evolve } from '../run/evolve.ts';
import type {
  Exercise,
  ExerciseCommand,
  ExerciseEvent,
  ExerciseRole,
  Participant,
  Timely,
} from '../run/model.ts';
import { orders, type CaseOrder } from '../run/orders.ts';
import { scenarioInstant, type Stage } from '../run/stage.ts';
import type { Scenario } from '../scenario/model.ts';

/** An arbitrary real moment, long after any scenario's. */
export function real(seconds: number): Instant {
  return (2_000_000_000_000 + seconds * 1000) as Instant;
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
type Bare = Without<ExerciseCommand, 'key' | 'by' | 'at'>;

export class Play {
  readonly scenario: Scenario;
  readonly arrangement: Arrangement;
  readonly events: ExerciseEvent[] = [];
  readonly cases = new Map<string, Consultation>();
  state: Exercise;
  /** Real seconds. */
  clock = 0;
  #keys = 0;

  constructor(scenario: Scenario, arrangement: Arrangement = ALLIANCE) {
    this.scenario = scenario;
    this.arrangement = arrangement;
    this.state = begin(scenario, real(0));
    this.by('director', { type: 'admit', participant: { id: 'director', name: 'D', role: 'director' } });
  }

  get stage(): Stage {
    return { scenario: this.scenario, arrangement: this.arrangement, cases: this.cases };
  }

  send(command: ExerciseCommand | Timely): ExerciseDecision {
    const decision = decide(this.stage, this.state, command);
    if (!decision.ok) return decision;
    const entailed = decision.events.flatMap((event) => {
      this.events.push(event);
      this.state = evolve(this.scenario, this.state, event);
      return orders(this.stage, event, this.state);
    });
    for (const order of entailed) this.#carryOut(order);
    return decision;
  }

  by(participant: string, command: Bare): ExerciseDecision {
    this.#keys += 1;
    return this.send({ ...command, key: `k${this.#keys}`, by: participant, at: real(this.clock) });
  }

  directs(command: Bare): ExerciseDecision {
    return this.by('director', command);
  }

  admit(id: string, role: ExerciseRole, more: Partial<Participant> = {}): ExerciseDecision {
    return this.directs({ type: 'admit', participant: { id, name: id, role, ...more } });
  }

  /** Lets real seconds pass. */
  wait(seconds: number): ExerciseDecision {
    this.clock += seconds;
    return this.send({ type: 'tick', at: real(this.clock) });
  }

  /** A seat acts in a consultation of the exercise. */
  acts(
    consultation: string,
    seat: string,
    command: Without<Recorded, 'key' | 'seat' | 'office' | 'at'>,
  ): Decision {
    this.#keys += 1;
    const at = scenarioInstant(this.scenario, this.state, real(this.clock));
    const decision = this.#inCase(consultation, {
      ...command,
      key: `k${this.#keys}`,
      seat,
      office: seat,
      at,
    });
    if (!decision.ok)
      this.send({
        type: 'refused',
        at: real(this.clock),
        id: `refused-${this.#keys}`,
        consultation,
        seat,
        command: command.type,
        code: decision.refusal.code,
      });
    this.wait(0);
    return decision;
  }

  #inCase(consultation: string, command: Recorded): Decision {
    let state: State = this.cases.get(consultation) ?? null;
    const decision = decideCase(this.arrangement, state, command);
    if (decision.ok) {
      for (const event of decision.events) state = evolveCase(state, event);
      if (state) this.cases.set(consultation, state);
    }
    return decision;
  }

  #carryOut(order: CaseOrder): void {
    const { consultation } = order;
    if ('command' in order) {
      this.#inCase(consultation, order.command);
      return;
    }
    this.#inCase(consultation, order.open);
    this.send({ type: 'convened', at: real(this.clock), consultation, case: `case-${consultation}` });
  }

  /** What was sent: `a@60`, its serial and scenario seconds. */
  get sent(): readonly string[] {
    return this.events.flatMap((event) =>
      event.type === 'sent' ? [`${event.inject}@${event.elapsed / 1000}`] : [],
    );
  }
}

export function code(decision: ExerciseDecision): string {
  return decision.ok ? 'accepted' : decision.refusal.code;
}
