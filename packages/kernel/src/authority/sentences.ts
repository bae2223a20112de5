/** The sentences in which answers are given. */
import { catalogue } from '../text/catalogue.ts';
import en from './sentences.en.json' with { type: 'json' };
import ja from './sentences.ja.json' with { type: 'json' };
import ko from './sentences.ko.json' with { type: 'json' };

export const say = catalogue({ en, ko, ja });
