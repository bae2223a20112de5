/** The sentences in which answers are given. */
import { catalogue, eachLang, type Fillings } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import en from './sentences.en.json' with { type: 'json' };
import ja from './sentences.ja.json' with { type: 'json' };
import ko from './sentences.ko.json' with { type: 'json' };

/** A part of a sentence. */
export const say = catalogue({ en, ko, ja });

/** A whole sentence: one that opens with a name or an act begins with a capital all the same. */
export function tell(key: keyof typeof en, fillings?: Fillings): Text {
  const text = say(key, fillings);
  return eachLang((lang) => text[lang].trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()));
}
