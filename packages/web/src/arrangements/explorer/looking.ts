/** What of an arrangement somebody looks at, and under which assumptions. All of it stands in the address, so that it can be sent. */
import {
  parseWhen,
  showAct,
  splitAct,
  ACT_KINDS,
  type Day,
  type Effect,
  type Frame,
  type Outcome,
} from '@foedus/kernel';

export interface Looking {
  readonly at: Day;
  /** Whether outcomes have to take effect only, or to break no duty either. */
  readonly effect: Effect;
  readonly outcome?: Outcome | undefined;
  /** Offices that dissent. */
  readonly without: readonly string[];
  readonly reading: Readonly<Record<string, string>>;
  readonly given: Readonly<Record<string, boolean>>;
  /** What it is compared with: another arrangement, or the same on another day. */
  readonly other?: string | undefined;
  readonly otherAt?: Day | undefined;
}

function dayIn(text: string | null): Day | undefined {
  const when = text === null ? undefined : parseWhen(text);
  return when?.precision === 'day' ? when.day : undefined;
}

function outcomeIn(text: string | null): Outcome | undefined {
  const act = text === null ? undefined : splitAct(text);
  const kind = ACT_KINDS.find((each) => each === act?.kind);
  return act && kind ? { ...act, kind } : undefined;
}

function under(query: URLSearchParams, prefix: string): [id: string, value: string][] {
  return [...query].flatMap(([key, value]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
  );
}

/** Reads a query; what is not understood is left out. `today`: the day to look at where none is given. */
export function lookingOf(text: string, today: Day): Looking {
  const query = new URLSearchParams(text);
  const given = under(query, 'given.').filter(([, value]) => value === 'true' || value === 'false');
  return {
    at: dayIn(query.get('at')) ?? today,
    effect: query.get('effect') === 'proper' ? 'proper' : 'valid',
    outcome: outcomeIn(query.get('outcome')),
    without: query.get('without')?.split(',').filter(Boolean) ?? [],
    reading: Object.fromEntries(under(query, 'reading.')),
    given: Object.fromEntries(given.map(([id, value]) => [id, value === 'true'])),
    other: query.get('with') ?? undefined,
    otherAt: dayIn(query.get('with-at')),
  };
}

export function queryOf(looking: Looking): string {
  const query = new URLSearchParams({ at: looking.at });
  if (looking.effect === 'proper') query.set('effect', 'proper');
  if (looking.outcome) query.set('outcome', showAct(looking.outcome));
  if (looking.without.length > 0) query.set('without', looking.without.join(','));
  for (const [id, alternative] of Object.entries(looking.reading)) query.set(`reading.${id}`, alternative);
  for (const [id, holds] of Object.entries(looking.given)) query.set(`given.${id}`, String(holds));
  if (looking.other !== undefined) query.set('with', looking.other);
  if (looking.otherAt !== undefined) query.set('with-at', looking.otherAt);
  return `?${query}`;
}

export function frameOf({ at, reading, given }: Looking): Frame {
  return { at, reading, given };
}
