/** The authority map as a graph: who acts, on what, and which act needs which. */
import { holdsOn, showAct, type Act, type Arrangement, type Day, type Formula } from '@foedus/kernel';
import { needsOf } from '@foedus/kernel/drawing';

/** How an act depends on another: always, in some cases only (another way or another reading does without), or by duty. */
export type Bond = 'needed' | 'sometimes' | 'owed' | 'about';

export interface ActNode {
  readonly type: 'act';
  readonly id: string;
  readonly act: Act;
  /** A power grants it; otherwise it only stands in what others need. */
  readonly granted: boolean;
}
export interface MatterNode {
  readonly type: 'matter';
  readonly id: string;
  readonly matter: string;
}
export type MapNode = ActNode | MatterNode;

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly bond: Bond;
}
export interface AuthorityMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

const WEIGHT: Readonly<Record<Bond, number>> = { needed: 3, sometimes: 2, owed: 1, about: 0 };

/** Gathers nodes and edges, each once; of two bonds between the same acts the stronger stays. */
class Drawing {
  readonly nodes = new Map<string, MapNode>();
  readonly edges = new Map<string, MapEdge>();

  act(act: Act, granted: boolean): string {
    const id = showAct(act);
    const known = this.nodes.get(id);
    if (!known || (granted && known.type === 'act' && !known.granted)) {
      this.nodes.set(id, { type: 'act', id, act, granted });
    }
    const matter = `matter ${act.on}`;
    if (!this.nodes.has(matter)) this.nodes.set(matter, { type: 'matter', id: matter, matter: act.on });
    this.bind(id, matter, 'about');
    return id;
  }

  bind(from: string, to: string, bond: Bond): void {
    const key = `${from}\n${to}`;
    const known = this.edges.get(key);
    if (from !== to && (!known || WEIGHT[known.bond] < WEIGHT[bond])) this.edges.set(key, { from, to, bond });
  }
}

/** The map of the powers, duties and delegations in force on a day. */
export function authorityMap(arrangement: Arrangement, day: Day): AuthorityMap {
  const drawing = new Drawing();
  const needs = (to: string, formula: Formula, most: Bond): void => {
    for (const [act, bond] of needsOf(formula)) {
      drawing.bind(drawing.act(act, false), to, most === 'owed' ? 'owed' : bond);
    }
  };
  for (const power of arrangement.powers.values()) {
    if (!holdsOn(power, day)) continue;
    const id = drawing.act(power.act, true);
    needs(id, power.valid, 'needed');
    needs(id, power.proper, 'owed');
  }
  for (const duty of arrangement.duties.values()) {
    if (!holdsOn(duty, day)) continue;
    const id = drawing.act(duty.act, false);
    for (const { must } of duty.cases) {
      if (duty.time === 'before') needs(id, must, 'owed');
      else for (const [act] of needsOf(must)) drawing.bind(id, drawing.act(act, false), 'owed');
    }
  }
  for (const delegation of arrangement.delegations.values()) {
    if (!holdsOn(delegation, day)) continue;
    const from = drawing.act({ ...delegation.act, by: delegation.to }, true);
    drawing.bind(from, drawing.act(delegation.act, false), 'sometimes');
  }
  return { nodes: [...drawing.nodes.values()], edges: [...drawing.edges.values()] };
}

/** The parts of a map that no arrow joins, the largest first. */
export function components({ nodes, edges }: AuthorityMap): readonly AuthorityMap[] {
  const leader = new Map<string, string>(nodes.map((node) => [node.id, node.id]));
  const find = (id: string): string => {
    const next = leader.get(id)!;
    return next === id ? id : find(next);
  };
  for (const edge of edges) leader.set(find(edge.from), find(edge.to));
  const groups = Map.groupBy(nodes, (node) => find(node.id));
  return [...groups.entries()]
    .map(([root, members]) => ({ nodes: members, edges: edges.filter((edge) => find(edge.from) === root) }))
    .toSorted((a, b) => b.nodes.length - a.nodes.length);
}
