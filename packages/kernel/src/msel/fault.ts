/** Why a file can't be read as a list of events at all, or a list not be written. Nothing is taken from such a file. */
import { catalogue } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import en from './faults.en.json' with { type: 'json' };
import ja from './faults.ja.json' with { type: 'json' };
import ko from './faults.ko.json' with { type: 'json' };

export const MSEL_FAULT_MESSAGES = { en, ko, ja };
export type MselFaultCode = keyof typeof en;
const say = catalogue<MselFaultCode>(MSEL_FAULT_MESSAGES);

export interface MselFault {
  readonly code: MselFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type MselResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: MselFault };

export function mselFault(
  code: MselFaultCode,
  params: MselFault['params'] = {},
): { readonly ok: false; readonly fault: MselFault } {
  return { ok: false, fault: { code, params } };
}

export function describeMselFault({ code, params }: MselFault): Text {
  return say(code, params);
}
