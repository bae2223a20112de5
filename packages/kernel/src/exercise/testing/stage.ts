/** An exercise and its consultations, played by tests command by command. Time passes when a test says so, and may pass unnoticed. */
import { ALLIANCE } from '../../consultation/testing/alliance.ts';
import type { Arrangement } from '../../arrangement/model.ts';
import type { Instant } from '../../consultation/clock.ts';
import { Playing, type PartCommand } from '../play/playing.ts';
import { begin } from '../run/begin.ts';
import type { ExerciseDecision } from '../run/decide.ts';
import { evolve } from '../run/evolve.ts';
import type { ExerciseRole, Participant } from '../run/model.ts';
import type { Scenario } from '../scenario/model.ts';

/** An arbitrary real moment, long after any scenario's. */
export function real(seconds: number): Instant {
  return (2_000_000_000_000 + seconds * 1000) as Instant;
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
type Bare = Without<PartCommand, 'by'>;

export class Play extends Playing {
  constructor(scenario: Scenario, arrangement: Arrangement = ALLIANCE) {
    super(scenario, arrangement, real(0));
    this.by('director', { type: 'admit', participant: { id: 'director', name: 'D', role: 'director' } });
  }

  /** Real seconds. A machine's clock may be set back. */
  get clock(): number {
    return (this.at - real(0)) / 1000;
  }

  set clock(seconds: number) {
    this.at = real(seconds);
  }

  by(participant: string, command: Bare): ExerciseDecision {
    return this.commands({ ...command, by: participant });
  }

  directs(command: Bare): ExerciseDecision {
    return this.by('director', command);
  }

  admit(id: string, role: ExerciseRole, more: Partial<Participant> = {}): ExerciseDecision {
    return this.directs({ type: 'admit', participant: { id, name: id, role, ...more } });
  }

  /** Lets real seconds pass at once: what came due meanwhile is found late. */
  wait(seconds: number): ExerciseDecision {
    this.clock += seconds;
    return this.send({ type: 'tick', at: this.at });
  }

  /** Has the state as another process makes it from the events. */
  restart(): void {
    this.state = this.events.reduce(evolve, begin(this.scenario, real(0)));
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
