/** What `foedus user` says. */
import { catalogue } from '@foedus/kernel/text';
import en from '../../messages/user.en.json' with { type: 'json' };
import ja from '../../messages/user.ja.json' with { type: 'json' };
import ko from '../../messages/user.ko.json' with { type: 'json' };

export const USER_MESSAGES = { en, ko, ja };
export const sayUser = catalogue(USER_MESSAGES);
export type UserKey = keyof typeof en;
