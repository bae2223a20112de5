/** Two arrangements, or one on two dates, side by side. */
import type { Outcome } from '../arrangement/act.ts';
import { holdsOn, type Day, type Period } from '../arrangement/date.ts';
import { TABLES, type Any, type Arrangement } from '../arrangement/model.ts';
import { ask } from './ask.ts';
import { voiceRank } from './grants.ts';
import type { Frame, Needs, Refusal, VoiceLevel } from './question.ts';
import { badFrame } from './reply.ts';
import { attempt } from './solve.ts';
import { Voices } from './voices.ts';

export interface MatterComparison {
  readonly matter: string;
  /** The voice of every party of each side; `null` where that side does not know the matter. */
  readonly left: readonly PartyVoice[] | null;
  readonly right: readonly PartyVoice[] | null;
}

export interface PartyVoice {
  readonly party: string;
  readonly most: VoiceLevel;
  readonly least: VoiceLevel;
  /** 0 none … 7 execute. */
  readonly rank: number;
}

export type Compared<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** The voice of every party in a matter. */
export function voices(
  arrangement: Arrangement,
  frame: Frame,
  matter: string,
): Compared<readonly PartyVoice[]> {
  const wrong = badFrame(arrangement, frame);
  if (wrong) return { ok: false, refusal: wrong };
  return attempt(() => {
    const all = new Voices(arrangement, frame, matter);
    return [...arrangement.parties.keys()].map((party) => {
      const { most, least } = all.of(party);
      return { party, most, least, rank: voiceRank(most.kind) };
    });
  });
}

/** The voices of two arrangements, matter by matter: first the shared matters, then those of one side. */
export function compare(
  left: Arrangement,
  leftFrame: Frame,
  right: Arrangement,
  rightFrame: Frame,
): Compared<readonly MatterComparison[]> {
  const shared = [...left.matters.keys()].filter((matter) => right.matters.has(matter));
  const own = (one: Arrangement): string[] =>
    [...one.matters.keys()].filter((matter) => !shared.includes(matter));
  const rows: MatterComparison[] = [];
  for (const matter of [...shared, ...own(left), ...own(right)]) {
    const sides: (readonly PartyVoice[] | null)[] = [];
    for (const [side, frame] of [
      [left, leftFrame],
      [right, rightFrame],
    ] as const) {
      const reply: Compared<readonly PartyVoice[] | null> = side.matters.has(matter)
        ? voices(side, frame, matter)
        : { ok: true, value: null };
      if (!reply.ok) return reply;
      sides.push(reply.value);
    }
    rows.push({ matter, left: sides[0]!, right: sides[1]! });
  }
  return { ok: true, value: rows };
}

export interface Changes {
  readonly from: Day;
  readonly to: Day;
  /** Entries in force on the later day and not on the earlier, and the other way round. */
  readonly begun: readonly Any[];
  readonly ended: readonly Any[];
  readonly voices: readonly {
    readonly party: string;
    readonly matter: string;
    readonly before: VoiceLevel;
    readonly after: VoiceLevel;
  }[];
  /** Outcomes whose needed parties changed. */
  readonly needs: readonly {
    readonly outcome: Outcome;
    readonly before: Needs['players'];
    readonly after: Needs['players'];
  }[];
}

/** What changed in an arrangement between two days: its rules, and what they mean. */
export function changes(arrangement: Arrangement, from: Frame, to: Frame): Compared<Changes> {
  const voicesChanged: Changes['voices'][number][] = [];
  for (const matter of arrangement.matters.keys()) {
    const before = voices(arrangement, from, matter);
    const after = voices(arrangement, to, matter);
    if (!before.ok) return before;
    if (!after.ok) return after;
    before.value.forEach((each, index) => {
      const later = after.value[index]!;
      if (!sameLevel(each.most, later.most))
        voicesChanged.push({ party: each.party, matter, before: each.most, after: later.most });
    });
  }
  const needsChanged: Changes['needs'][number][] = [];
  for (const outcome of decisions(arrangement)) {
    const before = ask(arrangement, from, { ask: 'needs', outcome, level: 'party' });
    const after = ask(arrangement, to, { ask: 'needs', outcome, level: 'party' });
    if (!before.ok) return before;
    if (!after.ok) return after;
    const shown = (each: Needs): string =>
      JSON.stringify([each.possible, each.players.map(({ player, extent }) => [player, extent])]);
    if (shown(before.answer) !== shown(after.answer)) {
      needsChanged.push({ outcome, before: before.answer.players, after: after.answer.players });
    }
  }
  return {
    ok: true,
    value: {
      from: from.at,
      to: to.at,
      ...turnover(arrangement, from.at, to.at),
      voices: voicesChanged,
      needs: needsChanged,
    },
  };
}

/** The outcomes of every decision and execution that some power, at some time, grants. */
export function decisions(arrangement: Arrangement): readonly Outcome[] {
  const found = new Map<string, Outcome>();
  for (const { act } of arrangement.powers.values()) {
    if (act.kind === 'decide' || act.kind === 'execute')
      found.set(`${act.kind} ${act.on}`, { kind: act.kind, on: act.on });
  }
  return [...found.values()];
}

function turnover(arrangement: Arrangement, from: Day, to: Day): Pick<Changes, 'begun' | 'ended'> {
  const all: Any[] = TABLES.flatMap((table) => [...arrangement[table].values()]);
  const dated = all.filter((each: Period) => each.from ?? each.until);
  return {
    begun: dated.filter((each) => !holdsOn(each, from) && holdsOn(each, to)),
    ended: dated.filter((each) => holdsOn(each, from) && !holdsOn(each, to)),
  };
}

function sameLevel(a: VoiceLevel, b: VoiceLevel): boolean {
  return a.kind === b.kind && a.firmness === b.firmness && a.alone === b.alone;
}
