/** What a command on the record says or does, in a few words. */
import { actInWords, nameOf, plain, type Arrangement, type consultation, type Text } from '@foedus/kernel';
import { say } from '../words.ts';
import { isKind } from './kinds.ts';

/** `inOffice`: the seat holds several, so that it is said in which it acts. */
export function commandInWords(
  arrangement: Arrangement,
  command: consultation.Recorded,
  inOffice: boolean,
): Text {
  const to = 'to' in command && command.to !== undefined ? nameOf(arrangement, command.to) : plain('');
  if (command.type === 'declare')
    return say(command.holds ? 'declares' : 'declares-not', { condition: nameOf(arrangement, command.on) });
  if (isKind(command.type) && 'on' in command) {
    const act = { kind: command.type, on: command.on, ...(inOffice ? { by: command.office } : {}) };
    const addressed = 'to' in command && command.to !== undefined ? { to: command.to } : {};
    return actInWords(arrangement, { ...act, ...addressed });
  }
  if ('about' in command) return say(`said-${command.type}`, { to });
  switch (command.type) {
    case 'request':
      return say('said-request', { to, on: nameOf(arrangement, command.on) });
    case 'request-document':
      return say('said-request-document', { to });
    case 'succeed':
      if (command.of !== undefined)
        return say(command.acting ? 'said-succeed-acting-of' : 'said-succeed-of', {
          seat: nameOf(arrangement, command.of),
          holder: command.holder,
        });
      return say(command.acting ? 'said-succeed-acting' : 'said-succeed', { holder: command.holder });
    case 'absent':
    case 'present':
    case 'link-down':
    case 'link-up': {
      const ends = [command.of, ...('with' in command && command.with !== undefined ? [command.with] : [])];
      return say(`said-${command.type}`, { of: ends.map((end) => nameOf(arrangement, end)) });
    }
    case 'suspend':
    case 'restore':
      return say(`said-${command.type}`, { rule: nameOf(arrangement, command.rule) });
    case 'open':
      return say('said-open');
    case 'adjourn':
    case 'resume':
    case 'close':
      return say(`said-${command.type}`);
    default:
      return plain(command.type);
  }
}
