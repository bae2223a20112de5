/** What the command says. */
import { catalogue } from '@foedus/kernel/text';
import en from './messages/cli.en.json' with { type: 'json' };
import ja from './messages/cli.ja.json' with { type: 'json' };
import ko from './messages/cli.ko.json' with { type: 'json' };

export const MESSAGES = { en, ko, ja };
export type MessageKey = keyof typeof en;
export const say = catalogue<MessageKey>(MESSAGES);
