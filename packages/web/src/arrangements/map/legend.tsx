import type { Arrangement } from '@foedus/kernel';
import { colourOf } from '@foedus/kernel/drawing';
import { memo, type ReactNode } from 'react';
import { PartyTag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say } from '../words.ts';
import { BONDS } from './graph.ts';

/** What the marks and lines of the map mean. */
export const MapLegend = memo(function MapLegend({
  arrangement,
}: {
  readonly arrangement: Arrangement;
}): ReactNode {
  const told = useSay(say);
  const text = useText();
  return (
    <ul className="legend" aria-label={told('legend')}>
      {[...arrangement.parties.values()].map((party) => (
        <li key={party.id}>
          <PartyTag colour={colourOf(arrangement, party.id)}>{text(party.name)}</PartyTag>
        </li>
      ))}
      <li>
        <PartyTag colour={undefined}>{told('joint')}</PartyTag>
      </li>
      {BONDS.map((bond) => (
        <li key={bond} className="legend-bond">
          <svg width="34" height="10" aria-hidden="true">
            <path
              className={`line line-${bond}`}
              d="M1 5 H32"
              {...(bond === 'member' ? {} : { markerEnd: `url(#arrow-${bond})` })}
            />
          </svg>
          {told(`bond-${bond}`)}
        </li>
      ))}
    </ul>
  );
});
