/** The clock of the exercise: what has elapsed since STARTEX, and the time in the capitals of the scenario. */
import { exercise, nameOf } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useNow } from '../../live/use-now.ts';
import { useLang, useSay, useText } from '../../text/speak.ts';
import { elapsedInDigits, timeIn } from '../time.ts';
import { say } from '../words.ts';
import { usePlaying } from './playing.ts';

/** What has elapsed, each second anew. */
export function useElapsed(): exercise.Elapsed {
  const { ahead, seen } = usePlaying();
  const now = useNow(ahead);
  // A browser's clock may lie a little behind the moment at which the server started its own.
  const at = Math.max(now, seen.clock.since ?? now) as typeof seen.now;
  return exercise.elapsedAt(seen.clock, at);
}

export function ElapsedClock(): ReactNode {
  const { arrangement, scenario, seen } = usePlaying();
  const elapsed = useElapsed();
  const told = useSay(say);
  const text = useText();
  const lang = useLang();
  const digits = elapsedInDigits(elapsed);
  const { rate, since } = seen.clock;
  return (
    <div className="elapsed">
      <p className="elapsed-now">
        <span role="timer" aria-label={told('time-elapsed', { time: digits })} className="elapsed-digits">
          {digits}
        </span>{' '}
        <span className="soft">
          {since === null ? told('time-stands') : rate === 1 ? null : told('time-at', { rate })}
        </span>
      </p>
      <p className="elapsed-capitals">
        {Object.entries(scenario.capitals).map(([party, zone]) => (
          <span key={party}>
            {text(nameOf(arrangement, party))}{' '}
            <strong>{timeIn(zone, scenario.startex + elapsed, lang)}</strong>
          </span>
        ))}
      </p>
    </div>
  );
}
