/** Several commands decided one after the other, each on what those before it have brought about. */
import { consultation, type Arrangement } from '@foedus/kernel';

type Event = consultation.Event;
type State = consultation.State;

/** A command without its time, which the server gives. */
export type Timeless = Without<consultation.Recorded, 'at'> | { readonly type: 'tick' };
type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export type Decided =
  | { readonly ok: true; readonly recorded: consultation.Entry | undefined }
  | { readonly ok: false; readonly refusal: consultation.Refusal };

/** A command with its time: none is before what came before it. */
export interface Timed {
  readonly command: Timeless;
  readonly at: consultation.Instant;
}

/** Of each command what became of it, and the events of all. */
export function decideAll(
  arrangement: Arrangement,
  state: State,
  commands: readonly Timed[],
): { readonly decided: readonly Decided[]; readonly events: readonly Event[] } {
  const events: Event[] = [];
  let then = state;
  const decided = commands.map(({ at, command }): Decided => {
    const timed = { ...command, at: Math.max(at, then?.now ?? 0) } as consultation.Command;
    const decision = consultation.decide(arrangement, then, timed);
    if (!decision.ok) return decision;
    events.push(...decision.events);
    then = decision.events.reduce(consultation.evolve, then);
    return { ok: true, recorded: timed.type === 'tick' ? undefined : entryOf(then, timed) };
  });
  return { decided, events };
}

/** What the record has under the command's name, from now or, of a command that was sent again, from then. */
export function entryOf(state: State, command: consultation.Recorded): consultation.Entry | undefined {
  const id = consultation.idOf(command);
  return state?.entries.findLast((entry) => entry.id === id);
}
