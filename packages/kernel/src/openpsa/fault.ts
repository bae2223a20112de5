/** What can be wrong with a file in the Open-PSA format. Errors are values: a stable code, the place, what was expected and what to do. */
import type { Place } from '../arrangement/fault.ts';
import { catalogue, eachLang, type Fillings } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import en from './faults.en.json' with { type: 'json' };
import ja from './faults.ja.json' with { type: 'json' };
import ko from './faults.ko.json' with { type: 'json' };

export const MEF_MESSAGES = { en, ko, ja };
const say = catalogue(MEF_MESSAGES);

export type MefFaultCode = Exclude<keyof typeof en, 'hint.nearest'>;

export interface MefFault {
  readonly code: MefFaultCode;
  readonly place: Place;
  readonly params: Readonly<Record<string, string | number>>;
  /** The nearest known name, where a name was misspelt. */
  readonly nearest?: string;
}

/** Either a value or what is wrong. */
export type MefResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly MefFault[] };

/** The message of a fault, with the nearest known name where there is one. */
export function describeMefFault({ code, params, nearest }: MefFault): Text {
  const fillings: Fillings = params;
  const message = say(code, fillings);
  if (nearest === undefined) return message;
  const hint = say('hint.nearest', { nearest });
  return eachLang((lang) => `${message[lang]} ${hint[lang]}`);
}
