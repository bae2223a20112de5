import { actInWords, nameOf, plain, type consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay, useText } from '../../text/speak.ts';
import { itemOf, useRoom } from '../room.ts';
import { say } from '../words.ts';
import { isKind } from './kinds.ts';

/** What an item is, in a few words. The seat that says it stands before it. */
export function ItemName({ item }: { readonly item: consultation.SeenEntry }): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const text = useText();
  const { arrangement } = room;
  const { command } = item;
  const to = 'to' in command && command.to !== undefined ? nameOf(arrangement, command.to) : plain('');
  if (command.type === 'declare')
    return told(command.holds ? 'declares' : 'declares-not', { condition: nameOf(arrangement, command.on) });
  if (isKind(command.type) && 'on' in command) {
    const act = { kind: command.type, by: command.office, on: command.on };
    const addressed = 'to' in command && command.to !== undefined ? { to: command.to } : {};
    return text(actInWords(arrangement, { ...act, ...addressed }));
  }
  if ('about' in command) {
    const number = itemOf(room, command.about)?.number ?? 0;
    return (
      <>
        {told(`said-${command.type}`, { to })}{' '}
        <a href={`#item-${number}`}>{told('item-number', { number })}</a>
      </>
    );
  }
  switch (command.type) {
    case 'request':
      return told('said-request', { to, on: nameOf(arrangement, command.on) });
    case 'request-document':
      return told('said-request-document', { to });
    case 'succeed':
      return told(command.acting ? 'said-succeed-acting' : 'said-succeed', { holder: command.holder });
    case 'open':
      return told('said-open');
    case 'adjourn':
    case 'resume':
    case 'close':
      return told(`said-${command.type}`);
    default:
      return command.type;
  }
}
