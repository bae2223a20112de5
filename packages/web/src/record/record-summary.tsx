import type { ReactNode } from 'react';
import { RecordStateTag } from '../parts/record-state.tsx';
import { useRoom } from '../room/room.ts';
import { useSay } from '../text/speak.ts';
import { useProofs } from './proofs.tsx';
import { say } from './words.ts';

/** How all that is shown stands on the record. */
export function RecordSummary(): ReactNode {
  const { shown } = useRoom();
  const { of } = useProofs();
  const told = useSay(say);
  const states = shown.history.map(({ id }) => of(id)?.is ?? 'recorded');
  const verified = states.filter((state) => state === 'verified').length;
  const state = states.includes('broken')
    ? 'broken'
    : verified === states.length && verified > 0
      ? 'verified'
      : 'recorded';
  return (
    <span className="record-summary">
      <RecordStateTag state={state} />{' '}
      <span className="soft">{told('summary', { count: states.length, verified })}</span>
    </span>
  );
}
