import { expect, test } from 'vitest';
import { incomplete } from '../text/catalogue.ts';
import sentencesEn from './sentences.en.json' with { type: 'json' };
import sentencesJa from './sentences.ja.json' with { type: 'json' };
import sentencesKo from './sentences.ko.json' with { type: 'json' };
import wordsEn from './words.en.json' with { type: 'json' };
import wordsJa from './words.ja.json' with { type: 'json' };
import wordsKo from './words.ko.json' with { type: 'json' };

test('answers and words are complete in every language', () => {
  expect(incomplete({ en: sentencesEn, ko: sentencesKo, ja: sentencesJa })).toEqual([]);
  expect(incomplete({ en: wordsEn, ko: wordsKo, ja: wordsJa })).toEqual([]);
});
