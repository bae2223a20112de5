/** Where the boxes and arrows of a map go: layers from left to right, by the dagre library. */
import { Graph, layout, type Point } from '@dagrejs/dagre';
import type { AuthorityMap, MapEdge, MapNode } from './graph.ts';

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
  const { x = 0, y = 0, width = 0 } = graph.node(id) as { x?: number; y?: number; width?: number };
  return { x: x + share * width, y };
}

/** Lays a map out; `sizeOf` gives the size of each box, in pixels. */
export function place(map: AuthorityMap, sizeOf: (node: MapNode) => Size): Placed {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 9, edgesep: 7, ranksep: 30, marginx: 6, marginy: 6 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of map.nodes) graph.setNode(node.id, { ...sizeOf(node) });
  for (const edge of map.edges) graph.setEdge(edge.from, edge.to, { weight: edge.bond === 'about' ? 1 : 3 });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as Partial<Size>;
  return {
    width,
    height,
    nodes: map.nodes.map((node) => {
      const { x = 0, y = 0 } = graph.node(node.id) as { x?: number; y?: number };
      return { node, x, y, ...sizeOf(node) };
    }),
    edges: map.edges.map((edge) => {
      const { points = [] } = graph.edge(edge.from, edge.to) as { points?: Point[] };
      return { edge, points: [side(graph, edge.from, 0.5), ...points.slice(1, -1), side(graph, edge.to, -0.5)] };
    }),
  };
}
