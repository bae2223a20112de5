import { consultation, nameOf } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay, useText } from '../../text/speak.ts';
import { useSetting } from '../room.ts';
import { say } from '../words.ts';
import { ItemNumber } from './item-number.tsx';

/** Wherever an item is shown, it is said to whom it may be shown, whose it is and what it was made from. */
export function MarkingLine({ item }: { readonly item: consultation.SeenEntry }): ReactNode {
  const told = useSay(say);
  const text = useText();
  const { arrangement } = useSetting();
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
          {told(`relation-${from.relation}`)}: <ItemNumber id={from.of} />
        </span>
      )}
    </p>
  );
}
