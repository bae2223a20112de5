import { memo, type ReactNode } from 'react';
import type { PlacedLine } from '@foedus/kernel/drawing';
import type { Bond } from './graph.ts';

function shown(value: number): string {
  return value.toFixed(1);
}

/** A smooth line that leaves and enters its boxes, and passes each point, to the right. */
function path({ points }: PlacedLine): string {
  const curves = points.slice(1).map(({ x, y }, index) => {
    const before = points[index]!;
    const middle = shown((before.x + x) / 2);
    return `C${middle} ${shown(before.y)} ${middle} ${shown(y)} ${shown(x)} ${shown(y)}`;
  });
  const [start] = points;
  return start ? `M${shown(start.x)} ${shown(start.y)} ${curves.join(' ')}` : '';
}

export const MapLine = memo(function MapLine({
  line,
  bond,
  state,
}: {
  readonly line: PlacedLine;
  readonly bond: Bond;
  readonly state: 'plain' | 'aside' | 'cut';
}): ReactNode {
  return (
    <path
      className={`line line-${bond} line-${state}`}
      d={path(line)}
      {...(bond === 'member' ? {} : { markerEnd: `url(#arrow-${state === 'cut' ? 'cut' : bond})` })}
    />
  );
});

/** The heads of the arrows, once for the drawing. */
export function ArrowHeads(): ReactNode {
  return (
    <defs>
      {(['does', 'needed', 'sometimes', 'owed', 'cut'] as const).map((bond) => (
        <marker
          key={bond}
          id={`arrow-${bond}`}
          className={`arrow-${bond}`}
          viewBox="0 0 8 8"
          refX="7.5"
          refY="4"
          markerWidth="6"
          markerHeight="6"
          orient="auto"
        >
          <path d="M0 0.5 L8 4 L0 7.5 z" />
        </marker>
      ))}
    </defs>
  );
}
