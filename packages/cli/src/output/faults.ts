/** Errors of the input, as lines that editors and people can follow to the place. */
import { describeFault, type Fault, type Place, type Text } from '@foedus/kernel';
import type { Shell } from '../shell.ts';
import { showPlace } from './place.ts';

/** A fault as JSON. */
export interface FaultJson {
  readonly code: string;
  readonly place: Place;
  readonly message: Text;
  readonly nearest?: string;
}

export function faultJson(fault: Fault): FaultJson {
  const { code, place, nearest } = fault;
  return { code, place, message: describeFault(fault), ...(nearest === undefined ? {} : { nearest }) };
}

/** `file:line:column: error[code]: what is wrong, what was expected, what to do`. */
export function printFaults(shell: Shell, faults: readonly Fault[]): void {
  for (const fault of faults) {
    const { style } = shell.err;
    const place = style('bold', showPlace(fault.place));
    const code = style('red', `error[${fault.code}]`);
    shell.err.print(`${place}: ${code}: ${describeFault(fault)[shell.lang]}`);
  }
}
