/**
 * Moments that wait for one another, timed as often as wanted with other durations. What no duration moves is timed once.
 *
 * Moments are numbered, those that others wait for first, so that each timing is one loop.
 */
import type { Act } from '../arrangement/act.ts';
import type { Pace } from '../arrangement/model.ts';

/** A moment in a schedule. */
export type Moment = number & { readonly __moment: true };

/** An act on the way, in seconds from the start. */
export interface Step {
  readonly act: Act;
  readonly start: number;
  readonly end: number;
  readonly pace: Pace | undefined;
}

/** How long a pace takes, in seconds. */
export type Spent = (pace: Pace) => number;

type Wait =
  | { readonly type: 'now' | 'never'; readonly of: readonly [] }
  | {
      readonly type: 'act';
      readonly of: readonly [Moment];
      readonly act: Act;
      readonly pace: Pace | undefined;
    }
  | { readonly type: 'by'; readonly of: readonly [Moment]; readonly within: number }
  | { readonly type: 'last' | 'first'; readonly of: readonly Moment[] }
  | {
      readonly type: 'reaching';
      readonly of: readonly Moment[];
      readonly quota: number;
      readonly weights: readonly number[];
    };

export class Schedule {
  readonly now: Moment;
  readonly never: Moment;
  readonly #waits: Wait[] = [];
  readonly #at: number[] = [];
  readonly #moves: boolean[] = [];
  readonly #moving: Moment[] = [];

  constructor() {
    this.now = this.#add({ type: 'now', of: [] });
    this.never = this.#add({ type: 'never', of: [] });
  }

  /** An act that begins at a moment and then takes its pace; one without a pace takes no time. */
  act(act: Act, begun: Moment, pace: Pace | undefined): Moment {
    return this.#add({ type: 'act', of: [begun], act, pace });
  }

  /** A moment or, if that is sooner, so many seconds from the start. */
  by(moment: Moment, within: number | undefined): Moment {
    return within === undefined ? moment : this.#add({ type: 'by', of: [moment], within });
  }

  last(of: readonly Moment[]): Moment {
    return this.#add({ type: 'last', of });
  }

  first(of: readonly Moment[]): Moment {
    return this.#add({ type: 'first', of });
  }

  kth(of: readonly Moment[], count: number): Moment {
    return this.reaching(
      of.map((moment) => ({ weight: 1, of: moment })),
      count,
    );
  }

  /** When the weights of what is done come to the quota. */
  reaching(parts: readonly { readonly weight: number; readonly of: Moment }[], quota: number): Moment {
    const weights = parts.map(({ weight }) => weight);
    return this.#add({ type: 'reaching', of: parts.map(({ of }) => of), quota, weights });
  }

  /** When a moment is, in seconds from the start; `Infinity`: never. Paces are drawn in the order in which their acts were added. */
  time(moment: Moment, spent: Spent): number {
    for (const each of this.#moving) this.#at[each] = this.#timeOf(this.#waits[each]!, spent);
    return this.#at[moment]!;
  }

  /** The steps for which a moment waited when it was last timed. */
  path(moment: Moment): readonly Step[] {
    const steps: Step[] = [];
    if (this.#at[moment] === Infinity) return steps;
    for (let each: Moment | undefined = moment; each !== undefined; each = this.#waitedFor(each)) {
      const wait = this.#waits[each]!;
      if (wait.type !== 'act') continue;
      const { act, pace } = wait;
      steps.push({ act, start: this.#at[wait.of[0]]!, end: this.#at[each]!, pace });
    }
    return steps.toReversed();
  }

  #add(wait: Wait): Moment {
    const moment = this.#waits.length as Moment;
    this.#waits.push(wait);
    const moves =
      (wait.type === 'act' && wait.pace !== undefined) || wait.of.some((each) => this.#moves[each]);
    this.#moves.push(moves);
    if (moves) this.#moving.push(moment);
    this.#at.push(moves ? 0 : this.#timeOf(wait, () => 0));
    return moment;
  }

  #timeOf(wait: Wait, spent: Spent): number {
    const at = this.#at;
    switch (wait.type) {
      case 'now':
        return 0;
      case 'never':
        return Infinity;
      case 'act': {
        const begun = at[wait.of[0]]!;
        return wait.pace === undefined || begun === Infinity ? begun : begun + spent(wait.pace);
      }
      case 'by':
        return Math.min(at[wait.of[0]]!, wait.within);
      case 'last':
        return wait.of.reduce((latest, each) => Math.max(latest, at[each]!), 0);
      case 'first':
        return wait.of.reduce((earliest, each) => Math.min(earliest, at[each]!), Infinity);
      case 'reaching': {
        if (wait.quota <= 0) return 0;
        const place = this.#placeReaching(wait);
        return place === undefined ? Infinity : at[wait.of[place]!]!;
      }
    }
  }

  /** What a moment has waited for: of what is done at the same time the first; nothing, where it is at the start or came by silence. */
  #waitedFor(moment: Moment): Moment | undefined {
    const wait = this.#waits[moment]!;
    const at = this.#at[moment]!;
    switch (wait.type) {
      case 'now':
      case 'never':
        return undefined;
      case 'act':
        return wait.of[0];
      case 'by':
        return this.#at[wait.of[0]]! <= wait.within ? wait.of[0] : undefined;
      case 'last':
        return at === 0 ? undefined : wait.of.find((each) => this.#at[each] === at);
      case 'first':
        return wait.of.find((each) => this.#at[each] === at);
      case 'reaching': {
        const place = wait.quota <= 0 ? undefined : this.#placeReaching(wait);
        return place === undefined ? undefined : wait.of[place];
      }
    }
  }

  /** The part with which, soonest first, the weights come to the quota. */
  #placeReaching({ of, weights, quota }: Extract<Wait, { type: 'reaching' }>): number | undefined {
    const at = this.#at;
    const places = Int32Array.from(of.keys()).toSorted((a, b) => at[of[a]!]! - at[of[b]!]! || a - b);
    let weight = 0;
    for (const place of places) {
      weight += weights[place]!;
      if (weight >= quota) return place;
    }
    return undefined;
  }
}
