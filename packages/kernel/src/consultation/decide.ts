/** From a command to what it makes happen, or to why it makes nothing happen. */
import type { Act } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { universe } from '../authority/universe.ts';
import { canonical } from '../record/canonical.ts';
import { judged } from './acting.ts';
import { runAt, type Instant, type Run } from './clock.ts';
import { idOf, undoneBy, type Command, type Open, type Recorded } from './command.ts';
import { deadlinesUpTo, missed, missedAt } from './deadlines.ts';
import { dependents } from './dependents.ts';
import { effects } from './effects.ts';
import type { Event, Recording } from './event.ts';
import { evolve } from './evolve.ts';
import { partiesOf } from './seating.ts';
import { refuseOpening } from './open.ts';
import { refuseForm } from './permit.ts';
import { refuse, type Refusal } from './refusal.ts';
import { broken, ended, silencesHeld, silencesOf } from './silence.ts';
import type { Consultation, Entry, State } from './state.ts';
import { asWorldChange } from './world.ts';

export type Decision =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Nothing is recorded of a refused command, and nothing more of one that was recorded before. */
export function decide(arrangement: Arrangement, state: State, command: Command): Decision {
  if (state === null) return command.type === 'open' ? opening(arrangement, command) : no(refuse('not-open'));
  if (command.type !== 'tick') {
    const before = state.entries.find(({ id }) => id === idOf(command));
    if (before) return sentAgain(before, command);
  }
  if (command.at < state.now) return no(refuse('out-of-order'));
  const passed = timePasses(arrangement, state, command.at);
  if (command.type === 'tick') return happened(state, passed);
  const now = passed.reduce(next, state);
  const wrong = refuseForm(arrangement, now, command);
  if (wrong) return no(wrong);
  const judgement = judged(arrangement, now, command);
  if (!judgement.ok) return judgement;
  const recorded: Recording = {
    type: 'recorded',
    at: command.at,
    entry: { ...entryOf(arrangement, now, command), ...judgement.value.entry },
    silences: [...silencesOf(arrangement, now, command), ...silencesHeld(arrangement, now, command)],
    broken: broken(arrangement, now, command),
  };
  const { counts } = judgement.value;
  const follows = effects(
    arrangement,
    next(now, recorded),
    command.at,
    changed(arrangement, recorded.entry, counts),
    { entry: recorded.entry, counts },
  );
  return happened(state, [...passed, recorded, ...follows]);
}

/** What comes about by itself up to a moment: silences that run out, what takes effect through them, and deadlines that are missed. */
export function timePasses(arrangement: Arrangement, state: Consultation, now: Instant): readonly Event[] {
  const events: Event[] = [];
  let then = state;
  const happens = (more: readonly Event[]): void => {
    events.push(...more);
    then = more.reduce(next, then);
  };
  const passed = [...deadlinesUpTo(state, now)];
  const missedBefore = (moment: Instant): void => {
    while (passed[0] !== undefined && missedAt(state, passed[0]) <= moment)
      happens(missed(arrangement, then, passed.shift()!));
  };
  for (const end of ended(state, now)) {
    missedBefore((end.at - 1) as Instant);
    happens([end]);
    const given = end.acts.flatMap((act) => dependents(arrangement, act));
    happens(effects(arrangement, then, end.at, new Set(given)));
  }
  missedBefore(now);
  return events;
}

/** The acts of which more or less can be in effect for somebody after an entry than before. */
function changed(arrangement: Arrangement, { act, command }: Entry, counts: readonly Act[]): Iterable<Act> {
  const isOfWorld = command.type === 'declare' || asWorldChange(command) !== undefined;
  if (isOfWorld || command.type === 'release' || undoneBy(command) !== undefined)
    return universe(arrangement).values();
  return act ? new Set([act, ...counts].flatMap((each) => dependents(arrangement, each))) : [];
}

/** INVARIANT: an event leaves no consultation unopened. */
function next(state: Consultation, event: Event): Consultation {
  return evolve(state, event)!;
}

function no(refusal: Refusal): Decision {
  return { ok: false, refusal };
}

/** In a fork all that happens says so. */
function happened(state: Consultation, events: readonly Event[]): Decision {
  return { ok: true, events: state.whatIf ? events.map((each) => ({ ...each, whatIf: true })) : events };
}

/** The time apart, a command that is sent again has to be the same. */
function sentAgain({ command: before }: Entry, command: Recorded): Decision {
  const [first, again] = [canonical(before), canonical({ ...command, at: before.at })];
  return first.ok && again.ok && first.value === again.value
    ? { ok: true, events: [] }
    : no(refuse('key-reused', command.key));
}

function opening(arrangement: Arrangement, command: Open): Decision {
  const wrong = refuseOpening(arrangement, command);
  if (wrong) return no(wrong);
  const entry = entryOf(arrangement, undefined, command);
  return { ok: true, events: [{ type: 'recorded', at: command.at, entry, silences: [], broken: [] }] };
}

/** What copies, quotes or translates an item keeps its originator. */
function entryOf(arrangement: Arrangement, state: Consultation | undefined, command: Recorded): Entry {
  const source = 'from' in command && command.from ? command.from.of : undefined;
  const undone = state?.entries.find(({ id }) => id === undoneBy(command));
  const copied = state?.entries.find(({ id }) => id === source);
  return {
    id: idOf(command),
    command,
    since: state ? runAt(state.clock, command.at) : (0 as Run),
    markings: undone?.markings ?? ['marking' in command ? command.marking : { to: 'all' }],
    originator: copied?.originator ?? partiesOf(arrangement, [command.office]),
  };
}
