import type { exercise } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Tag } from '../../parts/tag.tsx';
import { useSay } from '../../text/speak.ts';
import { say } from '../words.ts';

const MOODS = { met: 'good', missed: 'bad' } as const;

/** Whether what was expected was done. */
export function VerdictTag({ verdict }: { readonly verdict: exercise.Verdict | undefined }): ReactNode {
  const told = useSay(say);
  return (
    <Tag mood={verdict ? MOODS[verdict.verdict] : 'neutral'}>
      {told(`verdict-${verdict?.verdict ?? 'open'}`)}
    </Tag>
  );
}
