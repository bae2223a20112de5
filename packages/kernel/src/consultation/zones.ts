/** What time it is for whom. A case names zones as data; nothing is judged by them. */
import type { Arrangement } from '../arrangement/model.ts';
import type { Lang } from '../text/lang.ts';
import type { Instant } from './clock.ts';
import { seating } from './seating.ts';
import type { Case } from './state.ts';
import type { Viewer } from './viewer.ts';

export interface Zones {
  /** Milliseconds that the time of the scenario is ahead of real time. `clock`: the case's own moments are scenario time, and no real time is told. */
  readonly scenario?: number | 'clock';
  /** The time zone of each party's capital, by the name that it has in the IANA database: `Asia/Seoul`. */
  readonly capitals?: Readonly<Record<string, string>>;
}

export interface LocalTime {
  /** The party whose capital's time it is; absent: UTC. */
  readonly party?: string;
  readonly zone: string;
  /** Whether it is the time of the scenario or real time. */
  readonly of: 'real' | 'scenario';
  readonly text: string;
}

/**
 * A moment as a viewer reads it: in UTC and in the capitals of its parties (the public: of all), in real time and in that of the scenario.
 * A zone that this machine does not know is left out.
 */
export function localTimes(
  arrangement: Arrangement,
  kase: Case,
  viewer: Viewer,
  moment: Instant,
  lang: Lang,
): readonly LocalTime[] {
  const { capitals = {}, scenario } = kase.zones ?? {};
  const own = partiesOf(arrangement, kase, viewer);
  const places = [
    { zone: 'UTC' },
    ...own.flatMap((party) => (capitals[party] === undefined ? [] : [{ party, zone: capitals[party] }])),
  ];
  return clocksAt(moment, scenario).flatMap(({ of, time }) =>
    places.flatMap((place) => {
      const text = inZone(time, place.zone, lang);
      return text === undefined ? [] : [{ ...place, of, text }];
    }),
  );
}

function clocksAt(
  moment: Instant,
  scenario: Zones['scenario'],
): readonly { readonly of: LocalTime['of']; readonly time: number }[] {
  if (scenario === 'clock') return [{ of: 'scenario', time: moment }];
  const real = { of: 'real', time: moment } as const;
  return scenario === undefined ? [real] : [real, { of: 'scenario', time: moment + scenario }];
}

function partiesOf(arrangement: Arrangement, kase: Case, viewer: Viewer): readonly string[] {
  switch (viewer.as) {
    case 'seat':
      return seating(arrangement, kase.at).get(viewer.seat)?.parties ?? [];
    case 'party':
      return [viewer.party];
    case 'public':
      return [...arrangement.parties.keys()];
  }
}

/** By `Intl`, which every browser has; Temporal is still missing in some. */
function inZone(time: number, zone: string, lang: Lang): string | undefined {
  try {
    return new Intl.DateTimeFormat(lang, {
      timeZone: zone,
      dateStyle: 'medium',
      timeStyle: 'long',
      hourCycle: 'h23',
    }).format(time);
  } catch {
    return undefined;
  }
}
