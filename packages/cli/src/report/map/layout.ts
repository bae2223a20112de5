/** Where the boxes and arrows of a map go: layers from left to right, by the dagre library. */
import { Graph, layout, type Point } from '@dagrejs/dagre';
import type { AuthorityMap, MapEdge, MapNode } from './graph.ts';

/** Boxes of one width stand in tidy layers. Pixels. */
export const BOX = 142;

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface PlacedNode extends Size {
  readonly node: MapNode;
  /** The centre. */
  readonly x: number;
  readonly y: number;
}
export interface PlacedEdge {
  readonly edge: MapEdge;
  readonly points: readonly Point[];
}
export interface Placed extends Size {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** The middle of a box's right (0.5) or left (-0.5) side. */
function side(graph: Graph, id: string, share: number): Point {
  const { x = 0, y = 0 } = graph.node(id) as Partial<Point>;
  return { x: x + share * BOX, y };
}

/**
 * The points of an arrow. Of dagre's points, every second one lies between two layers; the others lie in a layer that the
 * arrow passes, and there it goes straight for the width of a box.
 */
function route(graph: Graph, edge: MapEdge): Point[] {
  const { points = [] } = graph.edge(edge.from, edge.to) as { points?: Point[] };
  const passed = points.slice(1, -1).filter((_, index) => index % 2 === 1);
  const across = passed.flatMap(({ x, y }) => [
    { x: x - BOX / 2, y },
    { x: x + BOX / 2, y },
  ]);
  return [side(graph, edge.from, 0.5), ...across, side(graph, edge.to, -0.5)];
}

/** Lays a map out; `heightOf` gives the height of each box, in pixels. */
export function place(map: AuthorityMap, heightOf: (node: MapNode) => number): Placed {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 9, edgesep: 8, ranksep: 40, marginx: 6, marginy: 6 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of map.nodes) graph.setNode(node.id, { width: BOX, height: heightOf(node) });
  for (const edge of map.edges) graph.setEdge(edge.from, edge.to, { weight: edge.bond === 'about' ? 1 : 3 });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
  return {
    width,
    height,
    nodes: map.nodes.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.id) as Partial<Point>;
      return { node, x, y, width: BOX, height: heightOf(node) };
    }),
    edges: map.edges.map((edge) => ({ edge, points: route(graph, edge) })),
  };
}
