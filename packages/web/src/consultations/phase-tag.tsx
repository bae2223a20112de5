import type { ReactNode } from 'react';
import type { CaseHead } from '../api/cases.ts';
import { Tag } from '../parts/tag.tsx';
import { useSay } from '../text/speak.ts';
import { say } from './words.ts';

const MOODS = { open: 'good', adjourned: 'partly', closed: 'neutral' } as const;

export function PhaseTag({ phase }: { readonly phase: CaseHead['phase'] }): ReactNode {
  const told = useSay(say);
  return <Tag mood={MOODS[phase]}>{told(`phase-${phase}`)}</Tag>;
}
