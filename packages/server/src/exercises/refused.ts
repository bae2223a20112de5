/** A refused act as the exercise is told of it. */
import { consultation } from '@foedus/kernel';
import { hashOf } from '../cases/bytes.ts';
import type { Timeless as Act } from '../cases/turn.ts';
import type { Timeless } from './turn.ts';

/** `undefined`: it was no seat's, but the program's own. */
export function refusedAct(of: string, command: Act, { code }: consultation.Refusal): Timeless | undefined {
  if (command.type === 'tick' || command.seat === consultation.DIRECTOR) return undefined;
  // The same act sent again is told of once.
  const id = hashOf(JSON.stringify([of, command])).slice(0, 16);
  return { type: 'refused', id, consultation: of, seat: command.seat, command: command.type, code };
}
