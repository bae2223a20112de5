/** What every answer has in common: the arrangement, the day, the rules cited, and refusals that name what was not found. */
import { TABLES, type Arrangement } from '../arrangement/model.ts';
import { nearest } from '../arrangement/nearest.ts';
import { isActor } from './players.ts';
import type { Frame, Refusal } from './question.ts';

/** A name that no actor has. */
export function unknownActor(arrangement: Arrangement, who: string): Refusal | undefined {
  return isActor(arrangement, who) ? undefined : unknownName(arrangement, who);
}

export function unknownName(arrangement: Arrangement, name: string): Refusal {
  const near = nearest(
    name,
    TABLES.flatMap((table) => [...arrangement[table].keys()]),
  );
  return { code: 'unknown-name', params: { name }, ...(near === undefined ? {} : { nearest: near }) };
}

/** What is wrong with a frame: a reading, alternative or condition that the arrangement does not have. */
export function badFrame(arrangement: Arrangement, frame: Frame): Refusal | undefined {
  for (const [reading, alternative] of Object.entries(frame.reading ?? {})) {
    const found = arrangement.readings.get(reading);
    if (!found) return unknownName(arrangement, reading);
    if (!found.alternatives.some((each) => each.id === alternative)) {
      const near = nearest(
        alternative,
        found.alternatives.map((each) => each.id),
      );
      return {
        code: 'unknown-name',
        params: { name: alternative },
        ...(near === undefined ? {} : { nearest: near }),
      };
    }
  }
  const condition = Object.keys(frame.given ?? {}).find((id) => !arrangement.conditions.has(id));
  return condition === undefined ? undefined : unknownName(arrangement, condition);
}
