/** What becomes of outcomes when offices dissent. */
import { seatOf, type Arrangement, type Effect, type Extent, type Frame, type Outcome } from '@foedus/kernel';
import { partiesOf } from '@foedus/kernel/drawing';
import { WhatIf } from '@foedus/kernel/engine';

export interface Fate {
  /** In how many readings it can come about when everybody is willing, and when some dissent. */
  readonly before: Extent;
  readonly now: Extent;
}

/** Answers what-ifs about some outcomes in one frame: what does not change from one dissent to the next is worked out once. */
export class Fates {
  readonly #of = new Map<string, { readonly whatIf: WhatIf; readonly before: Extent }>();

  constructor(
    arrangement: Arrangement,
    frame: Frame,
    effect: Effect,
    outcomes: ReadonlyMap<string, Outcome>,
  ) {
    for (const [id, outcome] of outcomes) {
      const made = WhatIf.of(arrangement, frame, 'seat', outcome, effect);
      if (!made.ok) continue;
      this.#of.set(id, { whatIf: made.value, before: made.value.without([]).extent });
    }
  }

  /** The fate of every outcome when these seats dissent and everybody else is willing. */
  without(seats: readonly string[]): ReadonlyMap<string, Fate> {
    return new Map(
      [...this.#of].map(([id, { whatIf, before }]) => [
        id,
        { before, now: seats.length === 0 ? before : whatIf.without(seats).extent },
      ]),
    );
  }
}

/** The seats in which offices sit: who dissents in one office dissents in all that the person holds. */
export function seatsOf(arrangement: Arrangement, offices: readonly string[], { at }: Frame): string[] {
  return [...new Set(offices.map((office) => seatOf(arrangement, office, at)))];
}

/** Every office that the person in an office holds. */
export function officesTogether(arrangement: Arrangement, office: string, { at }: Frame): readonly string[] {
  return arrangement.seats.get(seatOf(arrangement, office, at))?.offices ?? [office];
}

/** The offices that answer to a party and to no other. */
export function officesOfParty(arrangement: Arrangement, party: string): readonly string[] {
  return [...arrangement.offices.keys()].filter((office) => {
    const [first, ...more] = partiesOf(arrangement, office);
    return first === party && more.length === 0;
  });
}

/** Whether a dissent takes something away from an outcome. */
export function isHit({ before, now }: Fate): boolean {
  return before !== now;
}
