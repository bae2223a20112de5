/** The authority map as a graph: who has a part in which outcome, and which outcome rests on which. */
import {
  actsIn,
  holdsOn,
  VOICE_KINDS,
  type Act,
  type ActKind,
  type Arrangement,
  type Day,
  type Outcome,
  type Period,
} from '@foedus/kernel';
import { needsOf } from '@foedus/kernel/drawing';

/**
 * How one thing bears on another: somebody `does` it; it is `needed`; it is needed `sometimes` only (another way or another reading does
 * without); it is `owed` by duty, and the outcome takes effect without it; or an office is a `member` of a body.
 */
export const BONDS = ['does', 'needed', 'sometimes', 'owed', 'member'] as const;
export type Bond = (typeof BONDS)[number];

export interface ActorNode {
  readonly type: 'actor';
  readonly id: string;
}
export interface OutcomeNode {
  readonly type: 'outcome';
  /** The outcome's sentence, `execute on kill-chain`. */
  readonly id: string;
  readonly outcome: Outcome;
}
export type MapNode = ActorNode | OutcomeNode;

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly bond: Bond;
  /** What the one who has the part does; of several kinds the one with the most voice. Absent: a member of a body. */
  readonly kind?: ActKind;
}

export interface MapGraph {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** Of two bonds between the same things the stronger is drawn. */
const STRENGTH: Readonly<Record<Bond, number>> = { does: 4, needed: 3, sometimes: 2, owed: 1, member: 0 };

function idOf({ kind, on }: Outcome): string {
  return `${kind} on ${on}`;
}

function voiceOf(kind: ActKind | undefined): number {
  return VOICE_KINDS.findIndex((each) => each === kind);
}

/** Whose part an act is: to inform or to consult somebody is a part of the one who is informed or consulted. */
function partOf({ kind, by, to }: Act): string {
  return to !== undefined && (kind === 'inform' || kind === 'consult') ? to : by;
}

class Drawing {
  readonly nodes = new Map<string, MapNode>();
  readonly edges = new Map<string, MapEdge>();
  readonly #arrangement: Arrangement;

  constructor(arrangement: Arrangement) {
    this.#arrangement = arrangement;
  }

  outcome(act: Outcome): string {
    const id = idOf(act);
    this.nodes.set(id, { type: 'outcome', id, outcome: { kind: act.kind, on: act.on } });
    return id;
  }

  /** What an act that is needed hangs from: the outcome that it is part of where a power grants it, else who has a part by it. */
  part(act: Act, to: string, bond: Bond): void {
    const outcome = idOf(act);
    const actor = partOf(act);
    if (this.nodes.get(outcome)?.type === 'outcome' && outcome !== to) this.bind(outcome, to, bond, act.kind);
    else this.bind(actor, to, bond, act.kind);
  }

  bind(from: string, to: string, bond: Bond, kind?: ActKind): void {
    if (from === to) return;
    if (!this.nodes.has(from)) this.actor(from);
    const key = `${from}\n${to}`;
    const known = this.edges.get(key);
    const stronger =
      !known ||
      STRENGTH[bond] > STRENGTH[known.bond] ||
      (bond === known.bond && voiceOf(kind) > voiceOf(known.kind));
    if (stronger) this.edges.set(key, { from, to, bond, ...(kind === undefined ? {} : { kind }) });
  }

  actor(id: string): void {
    this.nodes.set(id, { type: 'actor', id });
    for (const member of this.#arrangement.bodies.get(id)?.members ?? []) this.bind(member, id, 'member');
  }
}

/** The map of the powers, duties and delegations in force on a day. */
export function mapOf(arrangement: Arrangement, day: Day): MapGraph {
  const drawing = new Drawing(arrangement);
  const inForce = <R extends Period>(rules: ReadonlyMap<string, R>): R[] =>
    [...rules.values()].filter((rule) => holdsOn(rule, day));
  const powers = inForce(arrangement.powers);
  for (const { act } of powers) drawing.outcome(act);
  for (const { act, valid, proper } of powers) {
    const outcome = idOf(act);
    drawing.bind(act.by, outcome, 'does', act.kind);
    for (const [needed, bond] of needsOf(valid)) drawing.part(needed, outcome, bond);
    for (const owed of actsIn(proper)) drawing.part(owed, outcome, 'owed');
  }
  for (const duty of inForce(arrangement.duties)) {
    const outcome = drawing.outcome(duty.act);
    for (const owed of duty.cases.flatMap(({ must }) => actsIn(must))) drawing.part(owed, outcome, 'owed');
  }
  for (const { act, to } of inForce(arrangement.delegations)) {
    drawing.bind(to, drawing.outcome(act), 'sometimes', act.kind);
  }
  return { nodes: [...drawing.nodes.values()], edges: [...drawing.edges.values()] };
}

/** Everything that leads to a node, and that node. */
export function leadingTo({ edges }: MapGraph, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  // What is added while it is gone through is gone through too.
  for (const each of found) for (const edge of edges) if (edge.to === each) found.add(edge.from);
  return found;
}

/** Everything that a node leads to, and that node. */
export function leadingFrom({ edges }: MapGraph, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (const each of found) for (const edge of edges) if (edge.from === each) found.add(edge.to);
  return found;
}
