/** What `foedus consult` says. */
import { catalogue } from '@foedus/kernel/text';
import en from '../messages/consult.en.json' with { type: 'json' };
import ja from '../messages/consult.ja.json' with { type: 'json' };
import ko from '../messages/consult.ko.json' with { type: 'json' };

export const CONSULT_MESSAGES = { en, ko, ja };
export const sayConsult = catalogue(CONSULT_MESSAGES);
export type ConsultKey = keyof typeof en;
