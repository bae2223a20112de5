/** Arrangements for commands that ask about one by name: read whole, or the command stops. */
import type { Arrangement, Result } from '@foedus/kernel';
import { EXIT } from '../exit.ts';
import { say } from '../messages.ts';
import { printFaults } from '../output/faults.ts';
import type { Shell } from '../shell.ts';
import { Stop } from '../stop.ts';
import type { Found } from './find.ts';
import { named, type Library } from './library.ts';

/** The value; where there are faults, prints them and stops. */
export function orStop<T>(shell: Shell, result: Result<T>): T {
  if (result.ok) return result.value;
  printFaults(shell, result.faults);
  throw new Stop(EXIT.input, say('input-has-errors', { count: result.faults.length }));
}

export interface Opened {
  readonly found: Found;
  readonly arrangement: Arrangement;
}

export function open(shell: Shell, shelf: Library, name: string): Opened {
  const found = named(shelf, name);
  return { found, arrangement: orStop(shell, shelf.read(found)) };
}
