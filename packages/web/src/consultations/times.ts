/** The times that a consultation names, as they are written and as they are sent. */
import type { consultation } from '@foedus/kernel';

export interface Times {
  /** By party: the name of a time zone as it was written, or nothing. */
  readonly capitals: Readonly<Record<string, string>>;
  /** When the scenario begins, in UTC, as it was written, or nothing. */
  readonly scenario: string;
}

export const NO_TIMES: Times = { capitals: {}, scenario: '' };

const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/;

/** Reads `2026-03-01 06:00`, in UTC: milliseconds since 1970; `undefined` when it is no day and time. */
export function readMoment(text: string): number | undefined {
  const [, day, time] = MOMENT.exec(text.trim()) ?? [];
  if (day === undefined || time === undefined) return undefined;
  const at = Date.parse(`${day}T${time}Z`);
  // A day that the calendar has not, such as 30 February, is read as another.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${day}T${time}`) ? at : undefined;
}

/** Whether the browser knows a time zone, by its IANA name. */
export function isZone(name: string): boolean {
  try {
    return name.includes('/') && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}

/** What is sent, opened at `now`; `undefined`: no time was written. `'wrong'`: something written is no time. */
export function zonesOf(
  { capitals, scenario }: Times,
  now: number,
): consultation.Zones | undefined | 'wrong' {
  const named = Object.entries(capitals).flatMap(([party, zone]) =>
    zone.trim() === '' ? [] : [[party, zone.trim()] as const],
  );
  const begins = scenario.trim() === '' ? undefined : readMoment(scenario);
  if (named.some(([, zone]) => !isZone(zone)) || (scenario.trim() !== '' && begins === undefined))
    return 'wrong';
  if (named.length === 0 && begins === undefined) return undefined;
  return {
    ...(begins === undefined ? {} : { scenario: begins - now }),
    ...(named.length === 0 ? {} : { capitals: Object.fromEntries(named) }),
  };
}
