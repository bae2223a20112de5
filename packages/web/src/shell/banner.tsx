import type { ReactNode } from 'react';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';

/** What is not the real thing says so on every page, first. */
export function Banner({ of }: { readonly of: 'exercise' | 'demo' }): ReactNode {
  const word = useSay(say);
  return (
    <p className={`banner banner-${of}`} role="note">
      {word(`banner-${of}`)}
    </p>
  );
}
