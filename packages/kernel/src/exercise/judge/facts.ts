/** What a condition without parts is about: the moments at which it came about, with the evidence, in order. */
import type { Outcome } from '../../arrangement/act.ts';
import type { Consultation, Entry } from '../../consultation/state.ts';
import { DIRECTOR } from '../../authority/director.ts';
import type { Elapsed } from '../run/clock.ts';
import type { Evidence, Exercise } from '../run/model.ts';
import { speaksFor } from '../run/roles.ts';
import { elapsedSince, type Stage } from '../run/stage.ts';
import type { Condition } from '../scenario/condition.ts';

export interface Fact {
  readonly at: Elapsed;
  readonly evidence: Evidence;
}

type Of<T extends Condition['type']> = Extract<Condition, { readonly type: T }>;

/** Acts in effect. The evidence is the entry with which each came into effect. */
export function effected(stage: Stage, { outcome, standing }: Of<'effected'>): readonly Fact[] {
  return inEachCase(stage, (state, consultation) =>
    state.effected
      .filter((each) => fits(outcome, each.act) && (standing === undefined || each.standing === standing))
      .map(({ act, at }) => {
        const before = state.entries.filter(({ command }) => command.at <= at);
        const own = before.findLast((entry) => entry.act && fits(act, entry.act));
        const entry = own ?? before.at(-1)!;
        return fact(stage, consultation, at, entry);
      }),
  );
}

/** What was put on the record; `on` of what is said about an item is what that item is about. */
export function recorded(stage: Stage, { by, command: type, on, to }: Of<'recorded'>): readonly Fact[] {
  return inEachCase(stage, (state, consultation) =>
    state.entries
      .filter(
        ({ command }) =>
          command.type === type &&
          (by === undefined || command.seat === by || command.office === by) &&
          (to === undefined || ('to' in command && command.to === to)) &&
          (on === undefined || matterOf(state, command) === on),
      )
      .map((entry) => fact(stage, consultation, entry.command.at, entry)),
  );
}

/** Declarations of a condition by those who consult. What the director tells is known from the injects, when it happened and not when it was told. */
export function declared(stage: Stage, condition: string): readonly (Fact & { readonly holds: boolean })[] {
  return inEachCase(stage, (state, consultation) =>
    state.entries.flatMap((entry) => {
      const { command } = entry;
      return command.type === 'declare' && command.on === condition && command.seat !== DIRECTOR
        ? [{ ...fact(stage, consultation, command.at, entry), holds: command.holds }]
        : [];
    }),
  );
}

export function refused({ refusals }: Exercise, { by, command }: Of<'refused'>): readonly Fact[] {
  return refusals
    .filter(
      (each) => (by === undefined || each.seat === by) && (command === undefined || each.command === command),
    )
    .map(({ elapsed, id }) => ({ at: elapsed, evidence: { of: 'refusal', refusal: id } }));
}

export function convened(
  stage: Stage,
  { convened: known }: Exercise,
  { consultation }: Of<'convened'>,
): readonly Fact[] {
  const at = known.get(consultation);
  if (at === undefined) return [];
  const entry = stage.cases.get(consultation)?.entries[0]?.id ?? '';
  return [{ at, evidence: { of: 'entry', consultation, entry } }];
}

export function sent({ injects }: Exercise, { inject }: Of<'sent'>): readonly Fact[] {
  const at = injects.get(inject)?.sent?.elapsed;
  return at === undefined ? [] : [{ at, evidence: { of: 'inject', inject } }];
}

/** The moment at which the last of those who got it had said so. */
export function acknowledged(
  { injects, participants }: Exercise,
  { by, inject: id }: Of<'acknowledged'>,
): readonly Fact[] {
  const known = injects.get(id);
  if (!known) return [];
  const firsts = (by === undefined ? known.inject.to : [by]).map(
    (target) =>
      known.acknowledged.find(({ by: who }) => {
        const participant = participants.get(who);
        return participant !== undefined && speaksFor(participant, target);
      })?.elapsed ?? Infinity,
  );
  const at = Math.max(...firsts);
  return Number.isFinite(at) ? [{ at: at as Elapsed, evidence: { of: 'inject', inject: id } }] : [];
}

export function written({ messages, participants }: Exercise, { by, to }: Of<'written'>): readonly Fact[] {
  return messages
    .filter(({ from, to: addressed }) => {
      const author = participants.get(from);
      return author && speaksFor(author, by) && (to === undefined || addressed.includes(to));
    })
    .map(({ elapsed, id }) => ({ at: elapsed, evidence: { of: 'message', message: id } }));
}

function fits(outcome: Outcome, act: Outcome): boolean {
  return (
    act.kind === outcome.kind &&
    act.on === outcome.on &&
    (outcome.by === undefined || outcome.by === act.by) &&
    (outcome.to === undefined || outcome.to === act.to)
  );
}

function matterOf(state: Consultation, command: Entry['command']): string | undefined {
  if ('on' in command) return command.on;
  const about = 'about' in command ? state.entries.find(({ id }) => id === command.about) : undefined;
  return about && matterOf(state, about.command);
}

function inEachCase<T extends Fact>(
  { cases }: Stage,
  facts: (state: Consultation, consultation: string) => readonly T[],
): readonly T[] {
  return [...cases]
    .flatMap(([consultation, state]) => facts(state, consultation))
    .toSorted((one, other) => one.at - other.at);
}

function fact({ scenario }: Stage, consultation: string, at: Entry['command']['at'], { id }: Entry): Fact {
  return { at: elapsedSince(scenario, at), evidence: { of: 'entry', consultation, entry: id } };
}
