/** Branches that wait for each other in a circle, so that none of them is ever sent by the clock. */
import type { Place } from '../../../arrangement/fault.ts';
import type { Report } from '../../../yaml/shape.ts';
import type { Condition } from '../condition.ts';
import type { Inject } from '../model.ts';

/** A condition as a gate over the injects that it waits for; whatever else it names may come about. */
interface Gate {
  /** How many of its parts are still needed. */
  needed: number;
  readonly above: Gate | undefined;
  /** The inject that is sent when the gate opens. */
  readonly sends?: string;
}

export function checkBranches(injects: ReadonlyMap<string, Inject>, report: Report): void {
  const waiting = stuck(injects);
  const edges = new Map([...waiting].map((id) => [id, waitsOf(injects.get(id)!, waiting)]));
  const done = new Set<string>();
  for (const id of waiting) {
    const cycle = cycleFrom(id, edges, done);
    if (!cycle) continue;
    const [first] = cycle;
    report(
      'branch-cycle',
      edges.get(first!.inject)!.find(({ on }) => on === (cycle[1] ?? first)!.inject)!.place,
      {
        injects: [...cycle, first!].map(({ inject }) => inject).join(' → '),
      },
    );
  }
}

/** The injects that can not be sent by the clock, in order: the least fixpoint of what can, by counting what each gate still needs. */
function stuck(injects: ReadonlyMap<string, Inject>): ReadonlySet<string> {
  const listening = new Map<string, Gate[]>();
  const open: string[] = [];
  const pulse = (gate: Gate): void => {
    for (let at: Gate | undefined = gate; at; at = at.above) {
      at.needed -= 1;
      if (at.needed !== 0) return;
      if (at.sends !== undefined) open.push(at.sends);
    }
  };
  const build = (condition: Condition, above: Gate): void => {
    switch (condition.type) {
      case 'sent':
      case 'acknowledged': {
        const gates = listening.get(condition.inject) ?? [];
        listening.set(condition.inject, gates);
        gates.push(above);
        return;
      }
      case 'for':
        return build(condition.of, above);
      case 'allOf':
      case 'anyOf':
      case 'atLeast': {
        const gate: Gate = { needed: neededOf(condition), above };
        for (const part of condition.of) build(part, gate);
        return;
      }
      default:
        pulse(above);
    }
  };
  for (const { due, id } of injects.values()) {
    if (due.type === 'branch') build(due.when, { needed: 1, above: undefined, sends: id });
    else open.push(id);
  }
  const sent = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (sent.has(id)) continue;
    sent.add(id);
    for (const gate of listening.get(id) ?? []) pulse(gate);
  }
  return new Set([...injects.keys()].filter((id) => !sent.has(id)));
}

function neededOf(condition: Extract<Condition, { readonly of: readonly Condition[] }>): number {
  switch (condition.type) {
    case 'allOf':
      return condition.of.length;
    case 'anyOf':
      return 1;
    case 'atLeast':
      return condition.count;
  }
}

interface Wait {
  readonly on: string;
  readonly place: Place;
}

/** The injects among these that a branch waits for, and where it says so. */
function waitsOf({ due }: Inject, among: ReadonlySet<string>): readonly Wait[] {
  const waits: Wait[] = [];
  const visit = (condition: Condition): void => {
    if ((condition.type === 'sent' || condition.type === 'acknowledged') && among.has(condition.inject))
      waits.push({ on: condition.inject, place: condition.place });
    if (condition.type === 'for') visit(condition.of);
    if (condition.type === 'allOf' || condition.type === 'anyOf' || condition.type === 'atLeast')
      condition.of.forEach(visit);
  };
  if (due.type === 'branch') visit(due.when);
  return waits;
}

/** The first circle that is come upon from an inject, following waits depth first; each inject is left once. */
function cycleFrom(
  start: string,
  edges: ReadonlyMap<string, readonly Wait[]>,
  done: Set<string>,
): { readonly inject: string }[] | undefined {
  const path: { readonly inject: string; at: number }[] = [{ inject: start, at: 0 }];
  const on = new Map([[start, 0]]);
  let found: { readonly inject: string }[] | undefined;
  if (done.has(start)) return undefined;
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const next = edges.get(top.inject)?.[top.at++]?.on;
    if (next === undefined) {
      done.add(top.inject);
      on.delete(top.inject);
      path.pop();
      continue;
    }
    const back = on.get(next);
    if (back !== undefined) found ??= path.slice(back);
    else if (!done.has(next)) {
      on.set(next, path.length);
      path.push({ inject: next, at: 0 });
    }
  }
  return found;
}
