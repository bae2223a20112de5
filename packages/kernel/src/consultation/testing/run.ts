/** Consultations for tests, run command by command. */
import { showAct, type Act } from '../../arrangement/act.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import { seatOf } from '../../authority/players.ts';
import type { Frame } from '../../authority/question.ts';
import { act as actFrom, TODAY } from '../../authority/testing/sketch.ts';
import type { Instant } from '../clock.ts';
import type { Acting, Command, Declare, Recorded } from '../command.ts';
import { decide, type Decision } from '../decide.ts';
import type { Event } from '../event.ts';
import { evolve } from '../evolve.ts';
import type { Marking } from '../marking.ts';
import type { Consultation, State } from '../state.ts';

export const EVERYBODY: Marking = { to: 'all' };

/** Seconds after an arbitrary beginning. */
export function second(n: number): Instant {
  return (1_700_000_000_000 + n * 1000) as Instant;
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export class Run {
  readonly arrangement: Arrangement;
  readonly events: Event[] = [];
  state: State = null;
  /** Seconds since the beginning; each command sets it on by one. */
  clock = 0;
  #keys = 0;

  constructor(arrangement: Arrangement) {
    this.arrangement = arrangement;
  }

  get open(): Consultation {
    if (!this.state) throw new Error('not open');
    return this.state;
  }

  readonly today = TODAY;

  get now(): Instant {
    return second(this.clock);
  }

  send(command: Command): Decision {
    const decision = decide(this.arrangement, this.state, command);
    if (decision.ok) {
      this.events.push(...decision.events);
      this.state = decision.events.reduce(evolve, this.state);
    }
    return decision;
  }

  /** A command by an office, at the next second, under a new key. */
  by(office: string, command: Without<Recorded, 'key' | 'seat' | 'office' | 'at'>): Decision {
    this.clock += 1;
    this.#keys += 1;
    const at = this.now;
    const seat = seatOf(this.arrangement, office, TODAY);
    return this.send({ ...command, key: `k${this.#keys}`, seat, office, at });
  }

  opens(office: string, matters: readonly string[], frame: Omit<Frame, 'at'> = {}): Decision {
    return this.by(office, {
      type: 'open',
      arrangement: this.arrangement.id,
      frame: { at: TODAY, ...frame },
      matters,
    });
  }

  /** An act from its sentence, for all to see. */
  does(of: string | Act, more: Partial<Acting> = {}): Decision {
    const { by, kind, on, to } = typeof of === 'string' ? actFrom(of) : of;
    return this.by(by, {
      marking: EVERYBODY,
      ...more,
      type: kind as Acting['type'],
      on,
      ...(to === undefined ? {} : { to }),
    });
  }

  declares(office: string, on: string, holds: boolean, more: Partial<Declare> = {}): Decision {
    return this.by(office, { ...more, type: 'declare', on, holds });
  }

  tick(seconds: number): Decision {
    this.clock += seconds;
    return this.send({ type: 'tick', at: this.now });
  }

  /** The id of what was recorded last. */
  get last(): string {
    return this.open.entries.at(-1)!.id;
  }
}

/** A consultation on a strike that the chief of one side has opened. */
export function opened(arrangement: Arrangement): Run {
  const run = new Run(arrangement);
  if (!run.opens('a-chief', ['strike']).ok) throw new Error('not opened');
  return run;
}

export function code(decision: Decision): string {
  return decision.ok ? 'accepted' : decision.refusal.code;
}

/** What is in effect: `decide by council on aid (proper)`. */
export function inEffect(run: Run): string[] {
  return run.open.effected.map(({ act, standing }) => `${showAct(act)} (${standing})`);
}
