/** When something comes about by itself. */
import type { consultation } from '@foedus/kernel';

/** The next moment at which a silence runs out; `null` while none runs, or the clock stands. */
export function nextMoment({ clock, silences }: consultation.Consultation): consultation.Instant | null {
  const { ran, since } = clock;
  const running = silences.filter(({ state }) => state === 'running').map(({ until }) => until);
  if (since === null || running.length === 0) return null;
  return (since + Math.min(...running) - ran) as consultation.Instant;
}
