/** Scenario time: how long after STARTEX, and what the clocks of the scenario show then. */
import type { exercise, Lang } from '@foedus/kernel';
import { digits } from '../parts/clock.tsx';

/** `00:15:00`, from a day on `2+03:00:00`. */
export function elapsedInDigits(elapsed: number): string {
  return digits(Math.floor(elapsed / 1000));
}

/**
 * Reads `15` (minutes), `1:30` (hours and minutes), `0:15:30` and `2+03:00` (days before the plus) as milliseconds; `undefined`: it is
 * none of these.
 */
export function readElapsed(text: string): exercise.Elapsed | undefined {
  const match = /^(?:(\d{1,3})\+)?(\d{1,4})(?::([0-5]\d))?(?::([0-5]\d))?$/.exec(
    text.normalize('NFKC').trim(),
  );
  if (!match) return undefined;
  const [, days = '0', first, second, third = '0'] = match;
  const hours = second === undefined && match[1] === undefined ? 0 : Number(first);
  const minutes = second === undefined && match[1] === undefined ? Number(first) : Number(second ?? 0);
  const seconds = (Number(days) * 24 + hours) * 3600 + minutes * 60 + Number(third);
  return (seconds * 1000) as exercise.Elapsed;
}

/** Day and time in a zone, at a moment of the scenario. */
export function timeIn(zone: string, at: number, lang: Lang): string {
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    timeZone: zone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
