import { actInWords, nameOf, plain, type consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay, useText } from '../../text/speak.ts';
import { officesOf, useSetting } from '../room.ts';
import { say } from '../words.ts';
import { ItemLink } from './item-number.tsx';
import { isKind } from './kinds.ts';

/** What an item is, in a few words. The seat that says it stands before it. */
export function ItemName({ item }: { readonly item: consultation.SeenEntry }): ReactNode {
  const setting = useSetting();
  const told = useSay(say);
  const text = useText();
  const { arrangement } = setting;
  const { command } = item;
  const to = 'to' in command && command.to !== undefined ? nameOf(arrangement, command.to) : plain('');
  if (command.type === 'declare')
    return told(command.holds ? 'declares' : 'declares-not', { condition: nameOf(arrangement, command.on) });
  if (isKind(command.type) && 'on' in command) {
    // In which office goes without saying where the seat holds one.
    const by = officesOf(setting, command.seat).length > 1 ? { by: command.office } : {};
    const act = { kind: command.type, on: command.on, ...by };
    const addressed = 'to' in command && command.to !== undefined ? { to: command.to } : {};
    return text(actInWords(arrangement, { ...act, ...addressed }));
  }
  if ('about' in command)
    return (
      <>
        {told(`said-${command.type}`, { to })} <ItemLink id={command.about} />
      </>
    );
  switch (command.type) {
    case 'request':
      return told('said-request', { to, on: nameOf(arrangement, command.on) });
    case 'request-document':
      return told('said-request-document', { to });
    case 'succeed':
      if (command.of !== undefined)
        return told(command.acting ? 'said-succeed-acting-of' : 'said-succeed-of', {
          seat: nameOf(arrangement, command.of),
          holder: command.holder,
        });
      return told(command.acting ? 'said-succeed-acting' : 'said-succeed', { holder: command.holder });
    case 'absent':
    case 'present':
    case 'link-down':
    case 'link-up': {
      const ends = [command.of, ...('with' in command && command.with !== undefined ? [command.with] : [])];
      return told(`said-${command.type}`, { of: ends.map((end) => nameOf(arrangement, end)) });
    }
    case 'suspend':
    case 'restore':
      return told(`said-${command.type}`, { rule: nameOf(arrangement, command.rule) });
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
