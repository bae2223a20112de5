import type { ReactNode } from 'react';
import { Condition } from '../parts/condition.tsx';
import { Link } from '../place/link.tsx';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';

export function Nowhere(): ReactNode {
  const word = useSay(say);
  return (
    <Condition sign="∅" title={word('nowhere')}>
      <Link to={{ name: 'arrangements' }}>{word('to-arrangements')}</Link>
    </Condition>
  );
}
