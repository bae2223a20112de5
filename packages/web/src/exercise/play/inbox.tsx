/** What has reached one's cell, the newest first, with what has not been acknowledged in sight. */
import type { ReactNode } from 'react';
import { Condition } from '../../parts/condition.tsx';
import { useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { Situation } from './situation.tsx';
import { ReceivedCard } from './received.tsx';
import { say } from './words.ts';

export function Inbox(): ReactNode {
  const { seen } = usePlaying();
  const told = useSay(say);
  const { inbox, phase } = seen;
  return (
    <div className="inbox stack">
      {phase === 'planned' && <p className="room-lost">{told('not-begun')}</p>}
      {phase === 'ended' && <p className="room-lost">{told('has-ended')}</p>}
      <Situation open={phase === 'planned'} />
      {inbox.length === 0 && phase !== 'planned' && (
        <Condition sign="∅" title={told('nothing-yet')}>
          <p className="soft">{told('nothing-yet-help')}</p>
        </Condition>
      )}
      <div className="stack" aria-live="polite" aria-relevant="additions">
        {inbox.toReversed().map((each) => (
          <ReceivedCard key={each.inject} of={each} />
        ))}
      </div>
    </div>
  );
}
