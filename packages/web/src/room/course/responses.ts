/** What a seat can say about an item, as far as the item itself tells. Whether it is permitted, the arrangement says when it is said. */
import { consultation } from '@foedus/kernel';
import type { CommandType } from '../act/draft.ts';
import { officesOf, partiesOfSeat, type Setting } from '../room.ts';

/** Whether something is addressed to a seat: to its office, to a body in which it sits, or to its party. */
export function isAddressed(setting: Setting, seat: string, to: string): boolean {
  const offices = officesOf(setting, seat);
  const members = setting.arrangement.bodies.get(to)?.members ?? [];
  return (
    offices.includes(to) ||
    members.some((each) => offices.includes(each)) ||
    partiesOfSeat(setting, seat).includes(to)
  );
}

export function responsesTo(
  setting: Setting,
  seat: string,
  item: consultation.SeenEntry,
): readonly CommandType[] {
  if (setting.phase !== 'open') return [];
  const { command, originator, recalled, silences = [], takenBack } = item;
  const offices = officesOf(setting, seat);
  const parties = partiesOfSeat(setting, seat);
  const isOwn = command.seat === seat;
  const asked = consultation.asRequest(command);
  const isAsked = asked !== undefined && !isOwn && isAddressed(setting, seat, asked.to);
  const isOriginator =
    parties.length === originator.length && parties.every((each) => originator.includes(each));
  const isMarked = 'marking' in command;
  const runs = silences.some(({ act, state }) => state === 'running' && offices.includes(act.by));
  const stands = isOwn && takenBack === undefined;
  const possible: readonly (readonly [CommandType, boolean])[] = [
    ['break-silence', runs],
    ['answer', isAsked],
    ['release', isAsked && asked.type === 'request-release'],
    ['refuse-release', isAsked && asked.type === 'request-release'],
    ['position', true],
    ['object', !isOwn],
    ['reserve', !isOwn],
    ['dissent', !isOwn],
    ['receipt', !isOwn && isMarked],
    ['release', isMarked && isOriginator && recalled === undefined && asked === undefined],
    ['request-release', isMarked && !isOriginator && recalled === undefined],
    ['withdraw', stands && (command.type === 'concur' || command.type === 'plan')],
    ['take-back', stands && command.type === 'delegate'],
    ['recall', isOwn && isMarked && recalled === undefined],
  ];
  return possible.flatMap(([type, is]) => (is ? [type] : []));
}
