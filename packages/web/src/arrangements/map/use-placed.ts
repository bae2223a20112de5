/** Measures the boxes of a map as the browser sets their words, and has the map laid out with those sizes. */
import type { Box, Placed } from '@foedus/kernel/drawing';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { askWorker } from '../../engine/ask.ts';
import type { Bond, MapGraph } from './graph.ts';

const WEIGHT: Readonly<Record<Bond, number>> = { does: 3, needed: 3, sometimes: 2, owed: 2, member: 1 };

function measured(frame: HTMLElement): Box[] {
  return [...frame.querySelectorAll<HTMLElement>('[data-node]')].map((box) => ({
    id: box.dataset['node']!,
    width: box.offsetWidth,
    height: box.offsetHeight,
  }));
}

export interface Drawn {
  readonly graph: MapGraph;
  readonly placed: Placed;
}

/** `frame` holds the boxes, out of sight; `words`: what changes their sizes besides the graph. The last drawing stays until the next is there. */
export function usePlaced(
  graph: MapGraph,
  words: string,
): readonly [frame: RefObject<HTMLDivElement | null>, drawn: Drawn | undefined] {
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn>();
  useLayoutEffect(() => {
    let wanted = true;
    const draw = async (): Promise<void> => {
      // Boxes are as high as their words in the fonts that are really used.
      await document.fonts.ready;
      if (!frame.current) return;
      const boxes = measured(frame.current);
      const lines = graph.edges.map(({ from, to, bond }) => ({ from, to, weight: WEIGHT[bond] }));
      const placed = await askWorker('layout', { boxes, lines });
      if (wanted) setDrawn({ graph, placed });
    };
    void draw();
    return () => {
      wanted = false;
    };
  }, [graph, words]);
  return [frame, drawn];
}
