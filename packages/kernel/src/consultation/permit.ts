/** Whether a command may be made at all: by that seat, at that time, about what it may see, for those it may show it to. */
import { showAct } from '../arrangement/act.ts';
import type { Arrangement } from '../arrangement/model.ts';
import { entry as named } from '../arrangement/model.ts';
import { mayConduct } from './convening.ts';
import { names, seatOf } from '../authority/players.ts';
import { actOf, asActing } from './acting.ts';
import type { MarkedCommand, PublicCommand, Recorded } from './command.ts';
import { namesOf } from './command.ts';
import { admitted } from './marking.ts';
import { refuseReferences } from './references.ts';
import { seating } from './seating.ts';
import { refuse, type Refusal } from './refusal.ts';
import { revokingActs } from './revoking.ts';
import type { Consultation, Entry } from './state.ts';
import { seatViewer, viewerId } from './viewer.ts';
import { asWorldChange, refuseSuccession, refuseWorldChange, toldByDirector } from './world.ts';

/** The first thing wrong, or nothing. */
export function refuseForm(
  arrangement: Arrangement,
  state: Consultation,
  command: Recorded,
): Refusal | undefined {
  return (
    (toldByDirector(state.case, command) ? undefined : refuseActor(arrangement, state.case.at, command)) ??
    refusePhase(arrangement, state, command) ??
    refuseWorld(arrangement, state, command) ??
    refuseSuccession(arrangement, state, command) ??
    refuseNames(arrangement, command) ??
    refuseReferences(arrangement, state, command) ??
    ('marking' in command ? refuseMarking(arrangement, state, command) : undefined)
  );
}

/** Nobody acts for a seat or in an office that he does not hold. */
export function refuseActor(
  arrangement: Arrangement,
  at: Consultation['case']['at'],
  { seat, office }: Pick<Recorded, 'seat' | 'office'>,
): Refusal | undefined {
  const seated = seating(arrangement, at).get(seat);
  if (!seated) return refuse('unknown-seat', seat);
  return seated.offices.includes(office) ? undefined : refuse('office-not-held', office);
}

const CONVENERS: readonly PublicCommand['type'][] = ['adjourn', 'resume', 'close'];

function refusePhase(arrangement: Arrangement, state: Consultation, command: Recorded): Refusal | undefined {
  const { type } = command;
  if (type === 'open') return refuse('already-open');
  if (state.phase === 'closed') return refuse('closed');
  if (CONVENERS.some((each) => each === type) && !mayConduct(arrangement, state, command.seat))
    return refuse('not-convener', state.case.convener);
  if (type === 'resume') return state.phase === 'adjourned' ? undefined : refuse('not-adjourned');
  return state.phase === 'adjourned' &&
    type !== 'close' &&
    !asWorldChange(command) &&
    !toldByDirector(state.case, command)
    ? refuse('adjourned')
    : undefined;
}

/** What is told of the world is told by who may; and who is absent has to be back before he acts. */
function refuseWorld(arrangement: Arrangement, state: Consultation, command: Recorded): Refusal | undefined {
  const change = asWorldChange(command);
  const isBack = command.type === 'present' && command.of === command.seat;
  if (state.absent.includes(command.seat) && !isBack) return refuse('absent', command.seat);
  return change && refuseWorldChange(arrangement, state, change);
}

function refuseNames(arrangement: Arrangement, command: Recorded): Refusal | undefined {
  if ('to' in command && command.to !== undefined && named(arrangement, command.to) === undefined)
    return refuse('unknown-name', command.to);
  if (!('on' in command)) return undefined;
  const known = command.type === 'declare' ? arrangement.conditions : arrangement.matters;
  return known.has(command.on) ? undefined : refuse('unknown-name', command.on);
}

/**
 * What is marked is shown to its author and to those addressed, and to nobody who may not see what it names. What ends a power is shown to
 * all, since all know of the power.
 */
function refuseMarking(
  arrangement: Arrangement,
  state: Consultation,
  command: MarkedCommand,
): Refusal | undefined {
  const { at } = state.case;
  const shown = admitted(arrangement, at, [command.marking]);
  if (!shown.has(viewerId(seatViewer(command.seat)))) return refuse('not-shown-to', command.seat);
  const to = 'to' in command ? command.to : undefined;
  const addressed = to === undefined ? [] : officesNamed(arrangement, to);
  const missed = addressed.find(
    (office) => !shown.has(viewerId(seatViewer(seatOf(arrangement, office, at)))),
  );
  if (missed !== undefined) return refuse('not-shown-to', missed);
  const wider = toBeSeen(state, command).find(
    (item) => !shown.isSubsetOf(admitted(arrangement, at, item.markings)),
  );
  if (wider !== undefined) return refuse('wider-than-item', wider.id);
  const acting = asActing(command);
  return acting && command.marking.to !== 'all' && revokingActs(arrangement).has(showAct(actOf(acting)))
    ? refuse('revoked-in-secret', acting.on)
    : undefined;
}

/** The items that whoever sees a command has to be allowed to see: those it names; of a release, those that the released item names. */
function toBeSeen(state: Consultation, command: MarkedCommand): readonly Entry[] {
  const item = (id: string): Entry => state.entries.find((each) => each.id === id)!;
  const named =
    command.type === 'release'
      ? [...namesOf(item(command.about).command), ...namesOf(command).filter((id) => id !== command.about)]
      : namesOf(command);
  return named.map(item);
}

/** The offices that must see what is addressed to somebody: an office itself, a body's members; of a party, none in particular. */
function officesNamed(arrangement: Arrangement, to: string): readonly string[] {
  if (arrangement.parties.has(to)) return [];
  return [...names(arrangement, to)].filter((each) => arrangement.offices.has(each));
}
