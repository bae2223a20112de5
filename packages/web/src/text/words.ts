/** The words of the shell and of the parts that every page is built from. */
import { catalogue } from '@foedus/kernel';
import en from './words.en.json' with { type: 'json' };
import ja from './words.ja.json' with { type: 'json' };
import ko from './words.ko.json' with { type: 'json' };

export const say = catalogue({ en, ko, ja });
