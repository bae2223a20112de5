/** Moments and days of accounts. The clock is always passed in. */
import type { consultation } from '@foedus/kernel';

/** Whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = consultation.Instant;
/** The server's clock. */
export type Clock = () => Instant;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function later(at: Instant, milliseconds: number): Instant {
  return (at + milliseconds) as Instant;
}

/** The day of a moment in UTC, as `2026-11-22`. */
export function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}
