import type { ReactNode } from 'react';
import { useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { Wording } from '../wording.tsx';
import { say } from '../words.ts';

/** What has happened before STARTEX. */
export function Situation({ open }: { readonly open: boolean }): ReactNode {
  const { scenario } = usePlaying();
  const told = useSay(say);
  return (
    // Once it has begun, what comes in stands first: then the situation is folded away.
    <details key={String(open)} className="panel situation" open={open}>
      <summary>{told('situation')}</summary>
      <p className="received-text">
        <Wording of={scenario.situation} />
      </p>
    </details>
  );
}
