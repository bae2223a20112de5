import { durationInWords } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay, useText } from '../text/speak.ts';
import { say } from '../text/words.ts';

/** `12:05:09`; from a day on, `2+03:00:00`, with the days before the plus. */
export function digits(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return days > 0 ? `${days}+${clock}` : clock;
}

/** How long is left, in whole seconds; below 0 the time has run out. `paused`: it stands still. */
export function Clock({
  left,
  paused = false,
}: {
  readonly left: number;
  readonly paused?: boolean;
}): ReactNode {
  const word = useSay(say);
  const text = useText();
  const over = left < 0;
  const span = text(durationInWords(Math.abs(left)));
  const state = paused ? 'paused' : over ? 'over' : left < 900 ? 'near' : 'running';
  return (
    <span className={`clock clock-${state}`} role="timer" aria-label={word(`clock-${state}`, { span })}>
      {over && '−'}
      {digits(Math.abs(left))}
      {paused && <span aria-hidden="true"> ‖</span>}
    </span>
  );
}
