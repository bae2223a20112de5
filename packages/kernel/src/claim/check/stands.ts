/** Checks that an entry stands in the arrangement just so: its status, date, participants, subjects, order. */
import { entry, type Arrangement } from '../../arrangement/model.ts';
import { refused, type Finding } from '../finding.ts';
import type { Check } from '../model.ts';
import { say } from '../words.ts';
import { arrangementOf, rulesAt, unknownName, type Or, type World } from '../world.ts';
import { features, type Feature } from './feature.ts';

type Stands = Extract<Check, { type: 'stands' }>;

export function checkStands(check: Stands, home: string, world: World): Finding {
  const within = arrangementOf(world, home, check.arrangement);
  if (!within.ok) return refused(within.refusal);
  const stated = featuresOf(check, within.value);
  if (!stated.ok) return refused(stated.refusal);
  const wrong = stated.value.filter((feature) => !feature.holds);
  const names = [check.entry, check.before, check.after].filter((id) => id !== undefined);
  return {
    holds: wrong.length === 0,
    grounds: rulesAt(within.value.id, names),
    tell: () =>
      wrong.length === 0
        ? say('found.stands')
        : say('found.differs', {
            differences: wrong.map(({ expect, found }) => say('stands.differs', { expect, found })),
          }),
  };
}

/** What is said of the entry, each with whether it is so. */
export function featuresOf(check: Stands, arrangement: Arrangement): Or<readonly Feature[]> {
  const found = entry(arrangement, check.entry);
  if (!found) return unknownName(check.entry);
  for (const id of [check.before, check.after]) {
    if (id !== undefined && !entry(arrangement, id)) return unknownName(id);
  }
  return { ok: true, value: features(check, found, arrangement) };
}
