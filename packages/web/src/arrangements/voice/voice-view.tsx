import { describeRefusal } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useLoaded } from '../../api/use-loaded.ts';
import { askWorker } from '../../engine/ask.ts';
import { Failure, Loading } from '../../parts/condition.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { frameOf } from '../explorer/looking.ts';
import type { ViewProps } from '../explorer/view.ts';
import { say } from '../words.ts';
import { Matrix } from './matrix.tsx';
import { VoiceScale } from './voice-scale.tsx';

/** The most that each party may do, or is owed, on each matter. */
export function VoiceView({ arrangement, kept, looking }: ViewProps): ReactNode {
  const told = useSay(say);
  const text = useText();
  const frame = frameOf(looking);
  const [loaded, again] = useLoaded(JSON.stringify([kept, frame]), () =>
    askWorker('voices', { left: { key: kept, frame } }),
  );
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (!loaded.value.ok) return <p>{text(describeRefusal(loaded.value.refusal))}</p>;
  return (
    <div className="stack view">
      <p className="soft">{told('voice-lead')}</p>
      <VoiceScale />
      <Matrix
        left={{ arrangement, name: text(arrangement.name) }}
        rows={loaded.value.value}
        caption={told('voice-caption', { at: looking.at })}
      />
    </div>
  );
}
