/** How a draft begins: as much of it as follows from what is answered or done. */
import type { Act, consultation } from '@foedus/kernel';
import { officesOf, partiesOfSeat, type Setting } from '../room.ts';
import type { CommandType, Draft } from './draft.ts';

/** For those of all parties, who sit here together; a seat of no party speaks to all. */
export function usualMarking(setting: Setting, seat: string): consultation.Marking {
  return partiesOfSeat(setting, seat).length === 0
    ? { to: 'all' }
    : { to: 'parties', parties: [...setting.arrangement.parties.keys()] };
}

export function begin(setting: Setting, seat: string, type: CommandType, more: Partial<Draft> = {}): Draft {
  return {
    key: crypto.randomUUID(),
    type,
    office: officesOf(setting, seat)[0] ?? seat,
    on: '',
    to: '',
    about: '',
    answering: '',
    marking: usualMarking(setting, seat),
    text: '',
    document: undefined,
    from: undefined,
    within: '',
    departure: '',
    relyingOn: undefined,
    underSilence: false,
    holds: true,
    title: '',
    reason: '',
    holder: '',
    acting: false,
    of: seat,
    other: '',
    sent: false,
    refused: undefined,
    ...more,
  };
}

/** INVARIANT: not `declare`, which is no act on a matter. */
export function beginAct(setting: Setting, seat: string, act: Act): Draft {
  const { by, kind, on, to = '' } = act;
  // What ends or hands on a power is for all to know.
  const marking = kind === 'revoke' || kind === 'delegate' ? ({ to: 'all' } as const) : undefined;
  return begin(setting, seat, kind, { office: by, on, to, ...(marking ? { marking } : {}) });
}

/** A draft about an item: marked as the item was, so that it goes no wider. */
export function beginAbout(
  setting: Setting,
  seat: string,
  type: CommandType,
  item: consultation.SeenEntry,
): Draft {
  const { command, id, markings } = item;
  const asked = command.type === 'request-release' ? command.about : undefined;
  const grants = type === 'release' && asked !== undefined;
  return begin(setting, seat, type, {
    about: grants ? asked : id,
    answering: grants ? id : '',
    marking: type === 'release' ? { to: 'all' } : (markings.at(-1) ?? { to: 'all' }),
    to: type === 'request-release' ? command.office : '',
  });
}
