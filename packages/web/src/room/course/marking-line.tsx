import { consultation, nameOf } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay, useText } from '../../text/speak.ts';
import { itemOf, useRoom } from '../room.ts';
import { say } from '../words.ts';

/** Wherever an item is shown, it is said to whom it may be shown, whose it is and what it was made from. */
export function MarkingLine({ item }: { readonly item: consultation.SeenEntry }): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const text = useText();
  const { arrangement } = room;
  const { command, markings, originator } = item;
  const from = 'from' in command ? command.from : undefined;
  return (
    <p className="marking-line">
      <span className="marking">
        {markings.map((marking) => text(consultation.markingInWords(arrangement, marking))).join(' + ')}
      </span>
      {originator.length > 0 && (
        <span className="soft">
          {told('originator', { parties: originator.map((party) => nameOf(arrangement, party)) })}
        </span>
      )}
      {from && (
        <span className="soft">
          {told(`relation-${from.relation}`)}:{' '}
          {told('item-number', { number: itemOf(room, from.of)?.number ?? 0 })}
        </span>
      )}
    </p>
  );
}
