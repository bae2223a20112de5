/** What happens to those who consult: seats that are absent, links that are down. */
import type { Arrangement } from '../arrangement/model.ts';
import { DIRECTOR } from '../authority/director.ts';
import { successionTo } from '../authority/grants.ts';
import type { DirectorChange, Recorded, Suspension, WorldChange } from './command.ts';
import { sameCut } from './links.ts';
import { refuse, type Refusal } from './refusal.ts';
import { seating } from './seating.ts';
import type { Case, Consultation } from './state.ts';

const CHANGES: readonly WorldChange['type'][] = [
  'absent',
  'present',
  'link-down',
  'link-up',
  'suspend',
  'restore',
];

export function asWorldChange(command: Recorded): WorldChange | undefined {
  return CHANGES.some((type) => type === command.type) ? (command as WorldChange) : undefined;
}

export function isDirector(kase: Case, { office, seat }: Pick<Recorded, 'seat' | 'office'>): boolean {
  return kase.exercise === true && seat === DIRECTOR && office === DIRECTOR;
}

/** What the director of an exercise tells of its world. It is no act of anybody, so it is not judged. */
export function toldByDirector(kase: Case, command: Recorded): DirectorChange | undefined {
  if (!isDirector(kase, command)) return undefined;
  return command.type === 'declare' || command.type === 'succeed' ? command : asWorldChange(command);
}

/** Who tells of a new holder: the seat itself or, naming the seat, the director. */
export function refuseSuccession(
  arrangement: Arrangement,
  { case: kase }: Consultation,
  command: Recorded,
): Refusal | undefined {
  if (command.type !== 'succeed') return undefined;
  const { of } = command;
  if (!isDirector(kase, command)) return of === undefined ? undefined : refuse('not-for-this-seat', of);
  return seating(arrangement, kase.at).has(of ?? '') ? undefined : refuse('unknown-seat', of ?? '');
}

/**
 * Absence changes who may act for an office, so it is told by the seat itself or by one that answers to just the same parties. A link is told
 * of by the convener too. In an exercise the director tells of all.
 */
export function refuseWorldChange(
  arrangement: Arrangement,
  state: Consultation,
  command: WorldChange,
): Refusal | undefined {
  if ('rule' in command) return refuseSuspension(arrangement, state, command);
  const { of, seat, type } = command;
  const { at } = state.case;
  const isLink = type === 'link-down' || type === 'link-up';
  const other = 'with' in command ? command.with : undefined;
  const parties = (id: string): readonly string[] | undefined =>
    seating(arrangement, at).get(id)?.parties ??
    (isLink && other !== undefined && arrangement.parties.has(id) ? [id] : undefined);
  const unknown = [of, ...(other === undefined ? [] : [other])].find((id) => parties(id) === undefined);
  if (unknown !== undefined) return refuse('unknown-name', unknown);
  const is = type === 'absent' || type === 'present' ? state.absent.includes(of) : isCut(state, of, other);
  if (is === (type === 'absent' || type === 'link-down')) return refuse('no-change', of);
  const own = seating(arrangement, at).get(seat)?.parties ?? [];
  const may =
    isDirector(state.case, command) ||
    seat === of ||
    (isLink && seat === state.case.convener) ||
    sameParties(own, parties(of) ?? []) ||
    (other !== undefined && sameParties(own, parties(other) ?? []));
  return may ? undefined : refuse('not-for-this-seat', of);
}

function refuseSuspension(
  { duties, powers }: Arrangement,
  state: Consultation,
  command: Suspension,
): Refusal | undefined {
  const { rule, type } = command;
  if (!isDirector(state.case, command)) return refuse('not-for-this-seat', rule);
  if (!powers.has(rule) && !duties.has(rule)) return refuse('unknown-name', rule);
  return state.suspended.includes(rule) === (type === 'suspend') ? refuse('no-change', rule) : undefined;
}

function isCut(state: Consultation, of: string, other: string | undefined): boolean {
  return state.cut.some((each) => sameCut(each, { of, ...(other === undefined ? {} : { with: other }) }));
}

function sameParties(own: readonly string[], theirs: readonly string[]): boolean {
  return own.length > 0 && own.length === theirs.length && own.every((each) => theirs.includes(each));
}

/** The offices of absent seats count as vacant where the arrangement says who acts for them when they are. */
export function vacantByAbsence(
  arrangement: Arrangement,
  state: Consultation,
): Readonly<Record<string, boolean>> {
  const { at } = state.case;
  return Object.fromEntries(
    state.absent.flatMap((seat) =>
      (seating(arrangement, at).get(seat)?.offices ?? [])
        .filter((office) => successionTo(arrangement, office, at) !== undefined)
        .map((office) => [`vacant-${office}`, true]),
    ),
  );
}
