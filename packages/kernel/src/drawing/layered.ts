/** Where the boxes and lines of a map go: layers from left to right, by the dagre library. */
import { Graph, layout, type Point } from '@dagrejs/dagre';

export interface Box {
  readonly id: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly from: string;
  readonly to: string;
  /** Lines of more weight are kept shorter and straighter. */
  readonly weight: number;
}

export interface PlacedBox extends Box {
  /** The left upper corner. */
  readonly left: number;
  readonly top: number;
}

export interface PlacedLine {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly PlacedLine[];
}

/** The middle of a box's right or left side. */
function side(box: PlacedBox, which: 'left' | 'right'): Point {
  return { x: box.left + (which === 'right' ? box.width : 0), y: box.top + box.height / 2 };
}

/** Of dagre's points every second one lies between two layers; the others lie in a layer that the line passes: there it goes straight. */
function route(from: PlacedBox, to: PlacedBox, points: readonly Point[]): Point[] {
  const passed = points.slice(1, -1).filter((_, index) => index % 2 === 1);
  const half = from.width / 2;
  const across = passed.flatMap(({ x, y }) => [
    { x: x - half, y },
    { x: x + half, y },
  ]);
  return [side(from, 'right'), ...across, side(to, 'left')];
}

/** Places boxes of sizes that are known and the lines between them, in their order. INVARIANT: each line joins two of the boxes. */
export function placeMap(boxes: readonly Box[], lines: readonly Line[]): Placed {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 7, edgesep: 6, ranksep: 44, marginx: 2, marginy: 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { from, to, weight } of lines) graph.setEdge(from, to, { weight });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const placed = new Map(
    boxes.map((box) => {
      const { x = 0, y = 0 } = graph.node(box.id) as Partial<Point>;
      return [box.id, { ...box, left: x - box.width / 2, top: y - box.height / 2 }] as const;
    }),
  );
  return {
    width,
    height,
    boxes: [...placed.values()],
    lines: lines.map(({ from, to }) => {
      const { points = [] } = graph.edge(from, to) as { points?: Point[] };
      return { from, to, points: route(placed.get(from)!, placed.get(to)!, points) };
    }),
  };
}
