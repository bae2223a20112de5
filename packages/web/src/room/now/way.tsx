import { actInWords, showAct, type Act } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useText } from '../../text/speak.ts';
import { useRoom } from '../room.ts';

/** Acts in an order in which they can be done. */
export function Way({ way }: { readonly way: readonly Act[] }): ReactNode {
  const { arrangement } = useRoom();
  const text = useText();
  return (
    <ol className="way">
      {way.map((act) => (
        <li key={showAct(act)}>{text(actInWords(arrangement, act))}</li>
      ))}
    </ol>
  );
}
