/** The fold: what a consultation is after an event. */
import { showAct, type Act } from '../arrangement/act.ts';
import { after, start, stop, type Run } from './clock.ts';
import { asRequest, idOf, namesOf, undoneBy, type Recorded } from './command.ts';
import type { Event } from './event.ts';
import { descends } from './lineage.ts';
import { cutAfter } from './links.ts';
import { madeFrom } from './recalling.ts';
import type { Consultation, Entry, Silence, State } from './state.ts';

export function evolve(state: State, event: Event): State {
  if (state === null) return opened(event);
  const after = evolved(state, event);
  descends(after, state, event);
  return after;
}

function evolved(state: Consultation, event: Event): Consultation {
  const next: Consultation = {
    ...state,
    now: event.at,
    whatIf: state.whatIf || event.whatIf === true,
  };
  switch (event.type) {
    case 'recorded':
      return recorded(
        {
          ...next,
          entries: [...next.entries, event.entry],
          deadlines: [...next.deadlines, ...deadlineOf(event.entry)],
          silences: changed(
            settle(next.silences, namesOf(event.entry.command).at(0), event.broken, 'broken'),
            event.silences,
          ),
        },
        event.entry.command,
      );
    case 'effected':
      return {
        ...next,
        effected: [...next.effected, ...event.acts],
        owed: [...next.owed, ...event.owed],
      };
    case 'deadline-missed':
      return { ...next, missed: [...next.missed, ...event.missed] };
    case 'silence-ended':
      return { ...next, silences: settle(next.silences, event.proposal, event.acts, 'given') };
  }
}

function deadlineOf({ command, since }: Entry): readonly Run[] {
  const within = asRequest(command)?.within;
  return within === undefined ? [] : [after(since, within)];
}

/** The running silences of a proposal, for these acts, come to an end. */
function settle(
  silences: readonly Silence[],
  proposal: string | undefined,
  acts: readonly Act[],
  state: 'broken' | 'given',
): readonly Silence[] {
  const over = new Set(acts.map(showAct));
  return silences.map((each) =>
    each.proposal === proposal && each.state === 'running' && over.has(showAct(each.act))
      ? { ...each, state }
      : each,
  );
}

/** Silences that go on otherwise take the place of what they were; others begin. */
function changed(silences: readonly Silence[], now: readonly Silence[]): readonly Silence[] {
  const same = (one: Silence, other: Silence): boolean =>
    one.proposal === other.proposal && showAct(one.act) === showAct(other.act);
  return [
    ...silences.map((each) => now.find((other) => same(each, other)) ?? each),
    ...now.filter((each) => !silences.some((other) => same(each, other))),
  ];
}

function opened(event: Event): State {
  if (event.type !== 'recorded' || event.entry.command.type !== 'open') return null;
  const { command } = event.entry;
  return {
    phase: 'open',
    whatIf: event.whatIf === true,
    case: {
      id: idOf(command),
      arrangement: command.arrangement,
      at: command.frame.at,
      frame: command.frame,
      matters: command.matters,
      convener: command.seat,
      office: command.office,
      ...(command.exercise ? { exercise: true } : {}),
      ...(command.silenceWithoutLink ? { silenceWithoutLink: command.silenceWithoutLink } : {}),
      ...(command.zones ? { zones: command.zones } : {}),
    },
    now: event.at,
    clock: start(event.at),
    entries: [event.entry],
    effected: [],
    silences: [],
    owed: [],
    deadlines: [],
    missed: [],
    takenBack: [],
    recalled: [],
    absent: [],
    cut: [],
    suspended: [],
    conditions: {},
    holders: {},
  };
}

function recorded(state: Consultation, command: Recorded): Consultation {
  switch (command.type) {
    case 'declare':
      return { ...state, conditions: { ...state.conditions, [command.on]: command.holds } };
    case 'succeed': {
      const { holder, acting } = command;
      return { ...state, holders: { ...state.holders, [command.of ?? command.seat]: { holder, acting } } };
    }
    case 'absent':
      return { ...state, absent: [...state.absent, command.of] };
    case 'present':
      return { ...state, absent: state.absent.filter((seat) => seat !== command.of) };
    case 'link-down':
    case 'link-up':
      return { ...state, cut: cutAfter(state.cut, command) };
    case 'suspend':
      return { ...state, suspended: [...state.suspended, command.rule] };
    case 'restore':
      return { ...state, suspended: state.suspended.filter((rule) => rule !== command.rule) };
    case 'adjourn':
      return { ...state, phase: 'adjourned', clock: stop(state.clock, command.at) };
    case 'resume':
      return { ...state, phase: 'open', clock: start(command.at, state.clock.ran) };
    case 'close':
      return { ...state, phase: 'closed', clock: stop(state.clock, command.at) };
    case 'recall':
      return { ...state, recalled: [...state.recalled, ...madeFrom(state.entries, command.about)] };
    case 'take-back':
    case 'withdraw':
      return { ...state, takenBack: [...state.takenBack, command.about] };
    case 'release': {
      const widen = (entry: Entry): Entry =>
        [entry.id, undoneBy(entry.command)].includes(command.about)
          ? { ...entry, markings: [...entry.markings, command.marking] }
          : entry;
      return { ...state, entries: state.entries.map(widen) };
    }
    default:
      return state;
  }
}
