/** Why the arrangement refused an act, in a few words. */
import type { exercise } from '@foedus/kernel';
import { useTypeName } from '../../room/course/type-name.ts';
import type { CommandType } from '../../room/act/draft.ts';
import { useSay } from '../../text/speak.ts';
import { say } from './words.ts';

export function useRefusal(): (refused: exercise.RefusedAct) => string {
  const told = useSay(say);
  const typeName = useTypeName();
  return ({ code, command }) => `${typeName(command as CommandType)}: ${told(`refused-${code}`)}`;
}
