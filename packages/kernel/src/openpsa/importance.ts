/**
 * How much each basic event matters to the top event, by exact probabilities. With `P` the top's probability, `p` the event's, and `P1` and
 * `P0` the top's where the event has happened and where it hasn't.
 * Source: Y. Dutuit and A. Rauzy, Efficient algorithms to assess component and gate importance in fault tree analysis (2001).
 */

export interface Importance {
  /** Birnbaum's marginal importance, `P1 - P0`: the chance that the event decides. */
  readonly birnbaum: number;
  /** Criticality, `p (P1 - P0) / P`: the chance that the event has happened and decides, given the top. `undefined` where `P` is 0. */
  readonly criticality: number | undefined;
  /**
   * The Fussell–Vesely or diagnostic importance, `p P1 / P`: the chance that the event has happened, given the top. (Some programs
   * call `1 - P0 / P` by this name, which by exact probabilities is the criticality.) `undefined` where `P` is 0.
   */
  readonly fussellVesely: number | undefined;
  /** Risk achievement worth, `P1 / P`: how many times as likely the top is once the event has happened. `undefined` where `P` is 0. */
  readonly raw: number | undefined;
  /** Risk reduction worth, `P / P0`: by how much the top is less likely once the event can't happen. `undefined` where `P0` is 0. */
  readonly rrw: number | undefined;
}

/** The importance of an event of probability `p`. */
export function importance(p: number, top: number, ifHolds: number, ifFails: number): Importance {
  const ratio = (value: number, by: number): number | undefined => (by === 0 ? undefined : value / by);
  const birnbaum = ifHolds - ifFails;
  return {
    birnbaum,
    criticality: ratio(p * birnbaum, top),
    fussellVesely: ratio(p * ifHolds, top),
    raw: ratio(ifHolds, top),
    rrw: ratio(top, ifFails),
  };
}
