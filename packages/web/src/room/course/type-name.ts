import { useSay } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import type { CommandType } from '../act/draft.ts';
import { say } from '../words.ts';
import { isKind } from './kinds.ts';

/** What a type of command is called. */
export function useTypeName(): (type: CommandType | 'open') => string {
  const told = useSay(say);
  const word = useSay(words);
  return (type) =>
    isKind(type) ? word(`kind-${type}`) : type === 'open' ? told('said-open') : told(`do-${type}`);
}
