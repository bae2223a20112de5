import type { Act } from '../../arrangement/act.ts';
import type { Answering, Arrangement } from '../../arrangement/model.ts';
import { seatOf } from '../players.ts';
import type { Level } from '../question.ts';
import { TODAY } from './sketch.ts';

/** Who acts, at each level, when a set of players does. */
export function doing(
  arrangement: Arrangement,
  level: Exclude<Level, 'act'>,
  players: ReadonlySet<string>,
): (act: Act) => boolean {
  const answers = (answering: Answering): boolean =>
    answering.type === 'party'
      ? players.has(answering.party)
      : answering.type === 'allOf'
        ? answering.of.every(answers)
        : answering.of.some(answers);
  return ({ by }) =>
    level === 'office'
      ? players.has(by)
      : level === 'seat'
        ? players.has(seatOf(arrangement, by, TODAY))
        : answers(arrangement.offices.get(by)!.answersTo);
}
