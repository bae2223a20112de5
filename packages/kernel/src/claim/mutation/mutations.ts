/** Every small change of one entry. */
import { entry, type Any, type Arrangement } from '../../arrangement/model.ts';
import { nameOf } from '../../authority/words.ts';
import { bodyChanges, officeChanges, seatChanges } from './actor.ts';
import { isCircular } from './circular.ts';
import { delegationChanges, dutyChanges, successionChanges } from './duty.ts';
import type { Aim, Change, Mutation } from './model.ts';
import { conditionChanges, readingChanges } from './opening.ts';
import { powerChanges } from './power.ts';
import { dateMoves, drops, periodMoves, recordChanges, statusChanges } from './record.ts';
import { say } from './words.ts';

/**
 * The changes of an entry, each by itself: the telling ones first, then dropping it, then how firmly it is known. None for an id
 * that the arrangement does not have; and none that makes a requirement go round in a circle.
 */
export function* mutations(arrangement: Arrangement, rule: string, aim: Aim): Generator<Mutation> {
  const found = entry(arrangement, rule);
  if (!found) return;
  for (const change of [...ownChanges(found, arrangement, aim), ...drops(found), ...statusChanges(found)]) {
    if (isCircular(change.apply(arrangement), rule, aim.days)) continue;
    yield bind(change, arrangement, rule);
  }
}

function bind({ kind, fillings, apply }: Change, arrangement: Arrangement, rule: string): Mutation {
  return {
    arrangement: arrangement.id,
    rule,
    kind,
    apply,
    // Hundreds of changes are tried for each one that is read.
    get says() {
      return say(kind, { rule: nameOf(arrangement, rule), ...fillings() });
    },
  };
}

function ownChanges(found: Any, arrangement: Arrangement, aim: Aim): readonly Change[] {
  const { days } = aim;
  switch (found.type) {
    case 'power':
      return [...powerChanges(found, arrangement, aim), ...periodMoves(found, days)];
    case 'duty':
      return [...dutyChanges(found, arrangement, aim), ...periodMoves(found, days)];
    case 'delegation':
      return [...delegationChanges(found, arrangement, aim), ...periodMoves(found, days)];
    case 'succession':
      return [...successionChanges(found, arrangement), ...periodMoves(found, days)];
    case 'body':
      return [...bodyChanges(found, arrangement, aim), ...periodMoves(found, days)];
    case 'office':
      return [...officeChanges(found, arrangement), ...periodMoves(found, days)];
    case 'seat':
      return [...seatChanges(found), ...periodMoves(found, days)];
    case 'reading':
      return readingChanges(found);
    case 'condition':
      return conditionChanges(found);
    case 'event':
    case 'fact':
      return recordChanges(found, arrangement, aim);
    case 'party':
    case 'government':
    case 'matter':
    case 'unknown':
    case 'instrument':
    case 'pace':
      return dateMoves(found);
  }
}
