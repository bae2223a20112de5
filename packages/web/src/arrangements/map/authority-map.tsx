import type { Arrangement } from '@foedus/kernel';
import type { Placed } from '@foedus/kernel/drawing';
import {
  memo,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from 'react';
import { Condition, Loading } from '../../parts/condition.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { say } from '../words.ts';
import { isHit, type Fate } from './fates.ts';
import { leadingFrom, leadingTo, type MapGraph, type MapNode } from './graph.ts';
import { ArrowHeads, MapLine } from './map-line.tsx';
import { Node, type NodeState } from './map-node.tsx';
import { usePlaced } from './use-placed.ts';

interface Props {
  readonly arrangement: Arrangement;
  readonly graph: MapGraph;
  readonly fates: ReadonlyMap<string, Fate>;
  /** Offices that dissent. */
  readonly without: ReadonlySet<string>;
  /** The outcome that is looked at. */
  readonly chosen: string | undefined;
  readonly onDissent: (office: string) => void;
  readonly onChoose: (outcome: MapNode & { readonly type: 'outcome' }) => void;
}

const UNTOUCHED: NodeState = { dissents: false, chosen: false, aside: false };
const NOTHING = (): void => undefined;

/** Known to the style sheet, which fits the map to a page of paper. */
function sizeOf({ width, height }: Placed): CSSProperties {
  return { '--width': `${width}px`, '--height': `${height}px` } as CSSProperties;
}

/** The boxes of the map out of sight, so that their sizes can be measured. */
const Measured = memo(function Measured({
  arrangement,
  graph,
}: Pick<Props, 'arrangement' | 'graph'>): ReactNode {
  return graph.nodes.map((node) => (
    <Node key={node.id} arrangement={arrangement} node={node} onPress={NOTHING} {...UNTOUCHED} />
  ));
});

/** The map. An office dissents at a click, an outcome is chosen; what is pointed at stands out with all that it bears on. */
export function AuthorityMap(props: Props): ReactNode {
  const { arrangement, graph, fates, without, chosen, onDissent, onChoose } = props;
  const told = useSay(say);
  const [frame, drawn] = usePlaced(graph, useLang());
  const [pointed, point] = useState<string>();
  const inLight = useMemo(() => {
    const focus = pointed ?? chosen;
    return focus === undefined
      ? undefined
      : new Set([...leadingTo(graph, focus), ...leadingFrom(graph, focus)]);
  }, [graph, pointed, chosen]);
  // The boxes keep one way to be pressed, and what it does is what it would do now.
  const latest = useRef({ onDissent, onChoose });
  useLayoutEffect(() => {
    latest.current = { onDissent, onChoose };
  });
  const press = useCallback((node: MapNode): void => {
    if (node.type === 'actor') latest.current.onDissent(node.id);
    else latest.current.onChoose(node);
  }, []);
  if (graph.nodes.length === 0) return <Condition sign="∅" title={told('map-empty')} />;

  const stateOf = ({ id }: MapNode): NodeState => {
    const fate = fates.get(id);
    return {
      dissents: without.has(id),
      chosen: id === chosen,
      aside: inLight !== undefined && !inLight.has(id),
      before: fate?.before,
      now: fate?.now,
    };
  };
  const isCut = (id: string): boolean => {
    const fate = fates.get(id);
    return without.has(id) || (fate !== undefined && isHit(fate) && fate.now === 'none');
  };
  const nodes = new Map(drawn?.graph.nodes.map((node) => [node.id, node]));
  const edges = new Map(drawn?.graph.edges.map((edge) => [`${edge.from}\n${edge.to}`, edge]));
  return (
    <div className="map-scroll" role="group" aria-label={told('map-label')} tabIndex={0}>
      <div ref={frame} className="map-measure" aria-hidden="true" inert>
        <Measured arrangement={arrangement} graph={graph} />
      </div>
      {!drawn && <Loading />}
      {drawn && (
        <div
          className="map"
          style={sizeOf(drawn.placed)}
          onPointerOver={(event) =>
            point((event.target as HTMLElement).closest<HTMLElement>('[data-node]')?.dataset['node'])
          }
          onPointerLeave={() => point(undefined)}
          onFocus={(event) => point((event.target as HTMLElement).dataset['node'])}
          onBlur={() => point(undefined)}
        >
          <svg
            className="map-lines"
            aria-hidden="true"
            width={drawn.placed.width}
            height={drawn.placed.height}
          >
            <ArrowHeads />
            {drawn.placed.lines.map((line) => {
              const key = `${line.from}\n${line.to}`;
              const aside = inLight && !(inLight.has(line.from) && inLight.has(line.to));
              return (
                <MapLine
                  key={key}
                  line={line}
                  bond={edges.get(key)!.bond}
                  state={aside ? 'aside' : isCut(line.from) ? 'cut' : 'plain'}
                />
              );
            })}
          </svg>
          {drawn.placed.boxes.map(({ id, left, top, height }) => {
            const node = nodes.get(id);
            return (
              node && (
                <Node
                  key={id}
                  arrangement={arrangement}
                  node={node}
                  onPress={press}
                  left={left}
                  top={top}
                  height={height}
                  {...stateOf(node)}
                />
              )
            );
          })}
        </div>
      )}
    </div>
  );
}
