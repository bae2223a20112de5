/** Going back to any moment of what this viewer was told, and asking what if it had gone on otherwise. */
import { useState, type ReactNode } from 'react';
import type { Shown } from '../../api/cases.ts';
import { getJson } from '../../api/get.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/condition.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { moment } from '../../text/time.ts';
import { Course } from '../course/course.tsx';
import { RoomProvider } from '../room-provider.tsx';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import { WhatIf } from './what-if.tsx';

export function Replay(): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const lang = useLang();
  const last = room.shown.cursor;
  const [wished, setStep] = useState(last);
  const step = Math.min(wished, last);
  const [forked, setForked] = useState(false);
  const [loaded, again] = useLoaded(`replay ${room.path} ${step}`, () =>
    getJson<Shown>(`${room.path}/replay?step=${step}`),
  );
  const [kept, keep] = useState<Shown>();
  // While the next moment is fetched, the one before stays in sight.
  const then = loaded.state === 'ready' ? loaded.value : kept;
  if (loaded.state === 'ready' && loaded.value !== kept) keep(loaded.value);
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (last === 0 || !then) return null;
  if (forked) return <WhatIf step={step} then={then} back={() => setForked(false)} />;
  return (
    <div className="replay stack">
      <div className="panel replay-tools screen-only">
        <label className="replay-label">
          <span>{told('replay-step', { step, last })}</span>
          <input
            type="range"
            min={1}
            max={last}
            value={step}
            aria-valuetext={moment(then.now, lang)}
            onChange={(event) => setStep(Number(event.target.value))}
          />
        </label>
        <p className="cluster">
          <time dateTime={new Date(then.now).toISOString()}>{moment(then.now, lang)}</time>
          <Button onPress={() => setForked(true)}>{told('what-if-from-here')}</Button>
        </p>
      </div>
      <div className="then" role="region" aria-label={told('replay-banner')}>
        <p className="then-banner">{told('replay-banner')}</p>
        <RoomProvider {...room} shown={then} seat={undefined}>
          <Course begin={undefined} />
        </RoomProvider>
      </div>
    </div>
  );
}
