/** Silence procedures: what begins to run when a text is put under silence, and what has run out. */
import { memberAct, showAct, type Act } from '../arrangement/act.ts';
import { holdsOn } from '../arrangement/date.ts';
import { within, type Duration } from '../arrangement/formula.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { universe } from '../authority/universe.ts';
import { after, momentOf, runAt, type Instant, type Run } from './clock.ts';
import { idOf, type Recorded } from './command.ts';
import type { SilenceEnded } from './event.ts';
import { seatOf } from '../authority/players.ts';
import { applied } from './in-force.ts';
import { cutAfter, isCutOff } from './links.ts';
import { admitted } from './marking.ts';
import type { Consultation, Silence } from './state.ts';
import { seatViewer, viewerId } from './viewer.ts';

/** The silences that a proposal starts: of those who may see it, for silence binds nobody who was not told. */
export function silencesOf(
  arrangement: Arrangement,
  state: Consultation,
  command: Recorded,
): readonly Silence[] {
  if (command.type !== 'plan' || !command.underSilence) return [];
  const { at } = state.case;
  const told = admitted(arrangement, at, [command.marking]);
  const asked = [...byBodies(arrangement, state, command.on), ...byRules(arrangement, state, command.on)];
  const first = new Map<string, Silence>();
  for (const { act, span } of asked) {
    const until = after(runAt(state.clock, command.at), span);
    const known = first.get(showAct(act));
    if (!told.has(viewerId(seatViewer(seatOf(arrangement, act.by, at)))) || (known && known.until <= until))
      continue;
    const isHeld = stands(arrangement, state, state.cut, command.seat, act);
    first.set(showAct(act), {
      proposal: idOf(command),
      act,
      until,
      state: 'running',
      ...(isHeld ? { heldSince: runAt(state.clock, command.at) } : {}),
    });
  }
  return [...first.values()];
}

/** Whether the clock of a silence stands: who would have to break it can not be reached. */
function stands(
  arrangement: Arrangement,
  state: Consultation,
  cut: Consultation['cut'],
  proposer: string,
  { by }: Act,
): boolean {
  const { at, silenceWithoutLink } = state.case;
  const seat = seatOf(arrangement, by, at);
  return silenceWithoutLink !== 'runs' && isCutOff(arrangement, { case: state.case, cut }, proposer, seat);
}

/** The running silences whose clocks a change of a link stops, or sets going with as much time left as there was. */
export function silencesHeld(
  arrangement: Arrangement,
  state: Consultation,
  command: Recorded,
): readonly Silence[] {
  if (command.type !== 'link-down' && command.type !== 'link-up') return [];
  const cut = cutAfter(state.cut, command);
  const ran = runAt(state.clock, command.at);
  return state.silences.flatMap((each): readonly Silence[] => {
    const proposer = state.entries.find(({ id }) => id === each.proposal)?.command.seat;
    if (each.state !== 'running' || proposer === undefined) return [];
    const { heldSince, ...rest } = each;
    const isHeld = stands(arrangement, state, cut, proposer, each.act);
    if (isHeld === (heldSince !== undefined)) return [];
    return heldSince === undefined
      ? [{ ...rest, heldSince: ran }]
      : [{ ...rest, until: (each.until + (ran - heldSince)) as Run }];
  });
}

interface Asked {
  readonly act: Act;
  readonly span: Duration;
}

function byBodies(arrangement: Arrangement, state: Consultation, on: string): readonly Asked[] {
  return [...universe(arrangement).values()].flatMap((act) => {
    const body = arrangement.bodies.get(act.by);
    const { silence } = body ?? {};
    return body && silence !== undefined && act.on === on && holdsOn(body, state.case.at)
      ? body.members.map((member) => ({ act: memberAct(act, member), span: silence }))
      : [];
  });
}

function byRules(written: Arrangement, state: Consultation, on: string): readonly Asked[] {
  const arrangement = applied(written, state);
  const powers = [...arrangement.powers.values()].filter((power) => holdsOn(power, state.case.at));
  const duties = [...arrangement.duties.values()].filter((duty) => holdsOn(duty, state.case.at));
  const formulas = [
    ...powers.flatMap(({ valid, proper }) => [valid, proper]),
    ...duties.flatMap(({ cases }) => cases.map(({ must }) => must)),
  ];
  return formulas
    .flatMap((formula) => [...within(formula)])
    .flatMap((each) =>
      each.type === 'silence' && each.act.on === on ? [{ act: each.act, span: each.within }] : [],
    );
}

/** Whether an office may break this silence: its own, or that of a body in which it sits. */
function mayBreak(arrangement: Arrangement, silence: Silence, office: string): boolean {
  return (
    silence.act.by === office || (arrangement.bodies.get(silence.act.by)?.members.includes(office) ?? false)
  );
}

/** The acts whose silence a command breaks; a proposal that is withdrawn asks nobody any more. */
export function broken(arrangement: Arrangement, state: Consultation, command: Recorded): readonly Act[] {
  if (command.type !== 'break-silence' && command.type !== 'withdraw') return [];
  return state.silences
    .filter(
      (each) =>
        isRunning(each, command.about) &&
        (command.type === 'withdraw' || mayBreak(arrangement, each, command.office)),
    )
    .map(({ act }) => act);
}

function isRunning(silence: Silence, proposal: string): boolean {
  return silence.proposal === proposal && silence.state === 'running';
}

/** The silences that have run out unbroken at a moment, in the order in which they did. */
export function ended(state: Consultation, now: Instant): readonly SilenceEnded[] {
  const over = state.silences.filter(
    (each) =>
      each.state === 'running' && each.heldSince === undefined && each.until <= runAt(state.clock, now),
  );
  const groups = Map.groupBy(over, (each) => JSON.stringify([each.until, each.proposal]));
  return [...groups.values()]
    .toSorted((a, b) => a[0]!.until - b[0]!.until)
    .map((group) => ({
      type: 'silence-ended',
      at: momentOf(state.clock, group[0]!.until)!,
      proposal: group[0]!.proposal,
      acts: group.map(({ act }) => act),
    }));
}
