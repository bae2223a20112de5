import { actInWords, showAct, type Act } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useText } from '../../text/speak.ts';
import { useSetting } from '../room.ts';

/** Acts in an order in which they can be done. */
export function Way({ way }: { readonly way: readonly Act[] }): ReactNode {
  const { arrangement } = useSetting();
  const text = useText();
  return (
    <ol className="steps">
      {way.map((act) => (
        <li key={showAct(act)}>{text(actInWords(arrangement, act))}</li>
      ))}
    </ol>
  );
}
