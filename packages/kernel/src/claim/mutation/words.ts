/** The sentences in which changes are told. */
import { catalogue } from '../../text/catalogue.ts';
import en from './mutations.en.json' with { type: 'json' };
import ja from './mutations.ja.json' with { type: 'json' };
import ko from './mutations.ko.json' with { type: 'json' };

export const say = catalogue({ en, ko, ja });
