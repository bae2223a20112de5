/**
 * The gates of acts, and what each rests on: the rules that bear on it by itself and the acts within it, in the order in which they are met.
 *
 * A rule is known by its id and an act by a key that has a space in it, so that the two never meet. An act within another is made before it;
 * there are no cycles.
 */
import type { Gate } from './diagram/circuit.ts';

interface Made {
  readonly gate: Gate;
  /** Keys of acts and ids of rules. */
  readonly restsOn: readonly string[];
}

export class Footing {
  /** What this one adds to; never itself an addition. */
  readonly #under: Footing | undefined;
  /** The acts of `under` that are not so here. */
  readonly #gone: ReadonlySet<string>;
  readonly #made: Map<string, Made>;
  /** What rests on each act and rule by itself. */
  readonly #bears = new Map<string, string[]>();
  /** What the acts that are being made rest on, each within the one before. */
  readonly #open: string[][] = [];

  constructor(under?: Footing, gone: ReadonlySet<string> = new Set(), made: Iterable<[string, Made]> = []) {
    this.#under = under;
    this.#gone = gone;
    this.#made = new Map(made);
    for (const [act, { restsOn }] of this.#made) this.#bear(act, restsOn);
  }

  /** The gate of an act that has been made. */
  gate(act: string): Gate | undefined {
    return this.#find(act)?.gate;
  }

  /** Makes the gate of an act; what is met meanwhile is what it rests on. */
  make(act: string, make: () => Gate): Gate {
    const restsOn: string[] = [];
    this.#open.push(restsOn);
    const gate = make();
    this.#open.pop();
    this.#made.set(act, { gate, restsOn });
    this.#bear(act, restsOn);
    return gate;
  }

  /** A rule, or the key of an act, is met. */
  meet(ruleOrAct: string): void {
    this.#open.at(-1)?.push(ruleOrAct);
  }

  /** The rules that acts rest on, also through other acts. */
  rulesUnder(acts: readonly string[]): readonly string[] {
    const seen = new Set<string>();
    const rules: string[] = [];
    const visit = (each: string): void => {
      if (seen.has(each)) return;
      seen.add(each);
      if (each.includes(' ')) this.#find(each)?.restsOn.forEach(visit);
      else rules.push(each);
    };
    acts.forEach(visit);
    return rules;
  }

  /** The same without the acts that rest on a rule, also through other acts. */
  without(rule: string): Footing {
    const gone = new Set<string>();
    const open = [rule];
    for (let each = open.pop(); each !== undefined; each = open.pop()) {
      for (const act of this.#bearing(each)) {
        if (gone.has(act)) continue;
        gone.add(act);
        open.push(act);
      }
    }
    if (!this.#under) return new Footing(this, gone);
    const kept = [...this.#made].filter(([act]) => !gone.has(act));
    return new Footing(this.#under, new Set([...this.#gone, ...gone]), kept);
  }

  #find(act: string): Made | undefined {
    const own = this.#made.get(act);
    return own || this.#gone.has(act) || !this.#under ? own : this.#under.#made.get(act);
  }

  #bearing(each: string): readonly string[] {
    const own = this.#bears.get(each) ?? [];
    const under = this.#under ? (this.#under.#bears.get(each) ?? []) : [];
    return [...own, ...under.filter((act) => !this.#gone.has(act))];
  }

  #bear(act: string, restsOn: readonly string[]): void {
    for (const each of restsOn) {
      const acts = this.#bears.get(each);
      if (acts) acts.push(act);
      else this.#bears.set(each, [act]);
    }
  }
}
