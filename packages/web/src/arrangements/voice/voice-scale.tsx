import { VOICE_KINDS } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay } from '../../text/speak.ts';
import { say } from '../words.ts';

/** What the depths of colour of a matrix mean. */
export function VoiceScale(): ReactNode {
  const told = useSay(say);
  return (
    <ol className="voice-scale" aria-label={told('voice-scale')}>
      {(['none', ...VOICE_KINDS] as const).map((kind, rank) => (
        <li key={kind} className={`voice-cell voice-${rank}`}>
          {told(`voice-${kind}`)}
        </li>
      ))}
    </ol>
  );
}
