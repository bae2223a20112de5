/** Turns a refusal of the engine into an end of the command. */
import { describeRefusal, type Refusal } from '@foedus/kernel';
import { EXIT } from './exit.ts';
import { Stop } from './stop.ts';

export function refused(refusal: Refusal): Stop {
  return new Stop(refusal.code === 'budget-spent' ? EXIT.refused : EXIT.usage, describeRefusal(refusal));
}

/** The value; where the engine refused, stops. */
export function orRefuse<T>(
  reply: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal },
): T {
  if (!reply.ok) throw refused(reply.refusal);
  return reply.value;
}
