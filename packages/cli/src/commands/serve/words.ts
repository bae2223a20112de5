/** What `foedus serve` says. */
import { catalogue } from '@foedus/kernel/text';
import en from '../../messages/serve.en.json' with { type: 'json' };
import ja from '../../messages/serve.ja.json' with { type: 'json' };
import ko from '../../messages/serve.ko.json' with { type: 'json' };

export const SERVE_MESSAGES = { en, ko, ja };
export const sayServe = catalogue(SERVE_MESSAGES);
export type ServeKey = keyof typeof en;
