/** The words of comparing exercises and mapping what was rehearsed. */
import { catalogue } from '@foedus/kernel';
import en from './words.en.json' with { type: 'json' };
import ja from './words.ja.json' with { type: 'json' };
import ko from './words.ko.json' with { type: 'json' };

export const say = catalogue({ en, ko, ja });
