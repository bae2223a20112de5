/** Faults of a store in words: what is wrong, what was expected and what to do. */
import { catalogue, type Text } from '@foedus/kernel';
import type { StoreFault, StoreFaultCode } from './fault.ts';
import en from './faults.en.json' with { type: 'json' };
import ja from './faults.ja.json' with { type: 'json' };
import ko from './faults.ko.json' with { type: 'json' };

export const STORE_FAULTS = { en, ko, ja };
const say = catalogue<StoreFaultCode>(STORE_FAULTS);

export function describeStoreFault({ code, params }: StoreFault): Text {
  return say(code, params);
}
