/** Checks that no power grants an act on a date. */
import { splitAct, ACT_KINDS, type Outcome } from '../../arrangement/act.ts';
import { holdsOn } from '../../arrangement/date.ts';
import { entry, type Arrangement, type Power } from '../../arrangement/model.ts';
import { powersFor } from '../../authority/grants.ts';
import { refused, type Finding } from '../finding.ts';
import type { Check } from '../model.ts';
import { say } from '../words.ts';
import { arrangementOf, rulesAt, unknownName, type Or, type World } from '../world.ts';

type Absent = Extract<Check, { type: 'absent' }>;

/** It rests on every power on the matter and on every power of the actor: each of them could have granted it. */
export function checkAbsent(check: Absent, home: string, world: World): Finding {
  const within = arrangementOf(world, home, check.arrangement);
  if (!within.ok) return refused(within.refusal);
  const arrangement = within.value;
  const outcome = outcomeOf(check, arrangement);
  if (!outcome.ok) return refused(outcome.refusal);
  const granting = powersFor(arrangement, outcome.value).filter((power) => holdsOn(power, check.at.day));
  const bearing = [...arrangement.powers.values()].filter((power) => bearsOn(power, outcome.value));
  return {
    holds: granting.length === 0,
    grounds: rulesAt(
      arrangement.id,
      bearing.map(({ id }) => id),
    ),
    tell: () =>
      granting.length === 0
        ? say('found.absent')
        : say('found.granted', { powers: granting.map(({ name }) => name) }),
  };
}

function bearsOn({ act }: Power, outcome: Outcome): boolean {
  return act.on === outcome.on || act.by === outcome.by;
}

/** The act that is said to be absent: of a known kind, on something that exists, lest it be absent by a slip of the pen. */
export function outcomeOf(check: Absent, arrangement: Arrangement): Or<Outcome> {
  const split = splitAct(check.outcome);
  const kind = ACT_KINDS.find((each) => each === split?.kind);
  if (!split || kind === undefined) return unknownName(check.outcome);
  for (const id of [split.on, split.by, split.to]) {
    if (id !== undefined && !entry(arrangement, id)) return unknownName(id);
  }
  return { ok: true, value: { ...split, kind } };
}
