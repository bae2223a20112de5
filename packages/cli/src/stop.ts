/** Ends a command early with a message for people; `main` prints it. */
import type { Text } from '@foedus/kernel';
import { EXIT, type Exit } from './exit.ts';

export class Stop extends Error {
  readonly exit: Exit;
  readonly says: Text;
  /** What to do about it, if that is known. */
  readonly hint: Text | undefined;

  constructor(exit: Exit, says: Text, hint?: Text) {
    super(says.en);
    this.exit = exit;
    this.says = says;
    this.hint = hint;
  }
}

/** The command was used wrongly. */
export function misuse(says: Text, hint?: Text): Stop {
  return new Stop(EXIT.usage, says, hint);
}
