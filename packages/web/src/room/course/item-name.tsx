import type { consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useText } from '../../text/speak.ts';
import { officesOf, useSetting } from '../room.ts';
import { commandInWords } from './command-words.ts';
import { ItemLink } from './item-number.tsx';
import { isKind } from './kinds.ts';

/** What an item is, in a few words, with what it is about. The seat that says it stands before it. */
export function ItemName({ item }: { readonly item: consultation.SeenEntry }): ReactNode {
  const setting = useSetting();
  const text = useText();
  const { command } = item;
  // In which office goes without saying where the seat holds one.
  const inOffice = officesOf(setting, command.seat).length > 1;
  const words = text(commandInWords(setting.arrangement, command, inOffice));
  if (isKind(command.type) || !('about' in command)) return words;
  return (
    <>
      {words} <ItemLink id={command.about} />
    </>
  );
}
