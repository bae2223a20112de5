import type { exercise } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Tag } from '../parts/tag.tsx';
import { useSay } from '../text/speak.ts';
import { say } from './words.ts';

const MOODS = { planned: 'neutral', running: 'good', paused: 'partly', ended: 'neutral' } as const;

export function PhaseTag({ phase }: { readonly phase: exercise.Exercise['phase'] }): ReactNode {
  const told = useSay(say);
  return <Tag mood={MOODS[phase]}>{told(`phase-${phase}`)}</Tag>;
}
