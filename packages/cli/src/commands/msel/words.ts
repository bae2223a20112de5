/** What `foedus msel` says. */
import { catalogue } from '@foedus/kernel/text';
import en from '../../messages/msel.en.json' with { type: 'json' };
import ja from '../../messages/msel.ja.json' with { type: 'json' };
import ko from '../../messages/msel.ko.json' with { type: 'json' };

export const MSEL_MESSAGES = { en, ko, ja };
export const sayMsel = catalogue(MSEL_MESSAGES);
export type MselKey = keyof typeof en;
