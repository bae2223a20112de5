import { showAct, type Arrangement } from '@foedus/kernel';
import { useMemo, type ReactNode } from 'react';
import { Circumstances } from '../explorer/circumstances.tsx';
import { Procedure } from '../explorer/procedure.tsx';
import type { ViewProps } from '../explorer/view.ts';
import { useSay } from '../../text/speak.ts';
import { say } from '../words.ts';
import { AuthorityMap } from './authority-map.tsx';
import { Fates, isHit, officesTogether, seatsOf } from './fates.ts';
import { mapOf, type MapGraph } from './graph.ts';
import { MapLegend } from './legend.tsx';
import { MapTable } from './map-table.tsx';

/** Offices that dissent, with those that the same persons hold. */
function dissenting(
  arrangement: Arrangement,
  without: readonly string[],
  frame: { readonly at: ViewProps['looking']['at'] },
): ReadonlySet<string> {
  return new Set(without.flatMap((office) => officesTogether(arrangement, office, frame)));
}

function useFates({ arrangement, looking }: ViewProps, graph: MapGraph): Fates {
  const { at, reading, given, effect } = looking;
  // What is looked at changes with every dissent; the fates of all outcomes only with these.
  const assumed = JSON.stringify([at, reading, given, effect]);
  return useMemo(() => {
    const outcomes = graph.nodes.flatMap((node) =>
      node.type === 'outcome' ? [[node.id, node.outcome] as const] : [],
    );
    return new Fates(arrangement, { at, reading, given }, effect, new Map(outcomes));
  }, [arrangement, graph, assumed]);
}

/** The authority map, with the procedure of what is chosen on it and the assumptions beside it. */
export function MapView(props: ViewProps): ReactNode {
  const { arrangement, kept, looking, change } = props;
  const { at, without } = looking;
  const told = useSay(say);
  const graph = useMemo(() => mapOf(arrangement, at), [arrangement, at]);
  const fates = useFates(props, graph);
  const found = useMemo(
    () => fates.without(seatsOf(arrangement, without, { at })),
    [fates, arrangement, without, at],
  );
  const chosen = looking.outcome && showAct(looking.outcome);
  const hits = [...found.values()].filter(isHit).length;
  const dissent = (office: string): void => {
    const together = officesTogether(arrangement, office, { at });
    const others = without.filter((each) => !together.includes(each));
    // A body dissents when its members do.
    const members = arrangement.bodies.get(office)?.members ?? [];
    if (members.length > 0) {
      const all = members.every((member) => without.includes(member));
      const rest = without.filter((each) => !members.includes(each));
      change({ without: all ? rest : [...rest, ...members] });
    } else change({ without: others.length < without.length ? others : [...without, office] });
  };
  return (
    <div className="map-view">
      <div className="map-main">
        <MapLegend arrangement={arrangement} />
        <p className={`map-count${without.length > 0 ? '' : ' screen-only'}`} role="status">
          {without.length > 0 ? told('hits', { count: hits }) : told('map-help')}
        </p>
        <AuthorityMap
          arrangement={arrangement}
          graph={graph}
          fates={found}
          without={dissenting(arrangement, without, { at })}
          chosen={chosen}
          onDissent={dissent}
          onChoose={({ id, outcome }) => change({ outcome: id === chosen ? undefined : outcome })}
        />
        <MapTable arrangement={arrangement} graph={graph} fates={found} />
      </div>
      <div className="map-side">
        {looking.outcome && (
          <Procedure
            key={chosen}
            arrangement={arrangement}
            kept={kept}
            looking={looking}
            outcome={looking.outcome}
            fate={chosen === undefined ? undefined : found.get(chosen)}
          />
        )}
        <div className="screen-only">
          <Circumstances arrangement={arrangement} looking={looking} change={change} />
        </div>
      </div>
    </div>
  );
}
