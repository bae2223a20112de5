/** When something comes about by itself. */
import type { consultation } from '@foedus/kernel';

/** The next moment at which a silence runs out; `null` while none runs, or the clock stands. What is held up begins anew when it goes on. */
export function nextMoment({ clock, silences }: consultation.Consultation): consultation.Instant | null {
  const { ran, since } = clock;
  const running = silences
    .filter(({ heldSince, state }) => state === 'running' && heldSince === undefined)
    .map(({ until }) => until);
  if (since === null || running.length === 0) return null;
  return (since + Math.min(...running) - ran) as consultation.Instant;
}
