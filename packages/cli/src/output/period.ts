/** Periods in words. */
import { showWhen, type Period, type Text } from '@foedus/kernel';
import { say } from '../messages.ts';

/** `from 2011-10 until 2013-03-22`. */
export function periodInWords(period: Period): Text | undefined {
  const { from, until } = period;
  if (from && until) return say('period-between', { from: showWhen(from), until: showWhen(until) });
  if (from) return say('period-from', { from: showWhen(from) });
  return until && say('period-until', { until: showWhen(until) });
}
