/**
 * Weighted thresholds, part by part: the first part is taken and the rest has to reach what is then left, or it is passed over and the
 * rest has to reach the quota alone.
 * Two quotas between which no sum of the remaining weights lies give the same function, so each function found is kept with
 * the interval of quotas that it serves. Work is thus bounded by the diagram's size, however large the weights are.
 * Source of the idea: M. Behle, On threshold BDDs and the optimal variable ordering problem (2008).
 */

/** A part and the weight that it brings when it holds: a whole number, 0 or more. */
export interface Weight<T> {
  readonly weight: number;
  readonly of: T;
}

/** The function for every quota above `over` and up to `upTo`. */
interface Span<F> {
  readonly over: number;
  readonly upTo: number;
  readonly is: F;
}

/** How functions are made: the constants, and the one that is `taken` where a part holds and `passed` where it does not. */
export interface Makes<T, F> {
  readonly yes: F;
  readonly no: F;
  readonly choose: (of: T, taken: F, passed: F) => F;
}

/** The function that holds where the weights of the parts that hold come to `quota` or more; parts are met in their order. */
export function reaches<T, F>(
  quota: number,
  parts: readonly Weight<T>[],
  { yes, no, choose }: Makes<T, F>,
): F {
  /** The sum of the weights from each part on. */
  const left = [0];
  for (const { weight } of parts.toReversed()) left.unshift(left[0]! + weight);
  /** For each part, the spans found so far, ascending. */
  const found: Span<F>[][] = parts.map(() => []);

  const known = (from: number, need: number): Span<F> | undefined => {
    if (need <= 0) return { over: -Infinity, upTo: 0, is: yes };
    if (need > left[from]!) return { over: left[from]!, upTo: Infinity, is: no };
    const spans = found[from]!;
    const span = spans[placeOf(spans, need)];
    return span !== undefined && span.over < need ? span : undefined;
  };
  // On a stack of its own: there may be more parts than the machine's stack has room for.
  const open = [{ from: 0, need: quota }];
  for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
    const { from, need } = next;
    if (known(from, need)) {
      open.pop();
      continue;
    }
    const { weight, of } = parts[from]!;
    const taken = known(from + 1, need - weight);
    if (!taken) {
      open.push({ from: from + 1, need: need - weight });
      continue;
    }
    const passed = known(from + 1, need);
    if (!passed) {
      open.push({ from: from + 1, need });
      continue;
    }
    open.pop();
    const spans = found[from]!;
    spans.splice(placeOf(spans, need), 0, {
      over: Math.max(taken.over + weight, passed.over),
      upTo: Math.min(taken.upTo + weight, passed.upTo),
      is: choose(of, taken.is, passed.is),
    });
  }
  return known(0, quota)!.is;
}

/** Where the first span stands that reaches `need`. */
function placeOf(spans: readonly Span<unknown>[], need: number): number {
  let [from, to] = [0, spans.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (spans[middle]!.upTo < need) from = middle + 1;
    else to = middle;
  }
  return from;
}
