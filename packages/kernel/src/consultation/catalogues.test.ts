import { expect, test } from 'vitest';
import { LANGS } from '../text/lang.ts';
import { incomplete } from '../text/catalogue.ts';
import en from './consultation.en.json' with { type: 'json' };
import ja from './consultation.ja.json' with { type: 'json' };
import ko from './consultation.ko.json' with { type: 'json' };
import extractEn from './extract.en.json' with { type: 'json' };
import extractJa from './extract.ja.json' with { type: 'json' };
import extractKo from './extract.ko.json' with { type: 'json' };
import { explain, REFUSAL_CODES, refuse } from './refusal.ts';
import { ALLIANCE } from './testing/alliance.ts';

test('every refusal has a message, in every language', () => {
  expect(incomplete({ en, ko, ja })).toEqual([]);
  expect(incomplete({ en: extractEn, ko: extractKo, ja: extractJa })).toEqual([]);
  for (const code of REFUSAL_CODES) {
    const text = explain(ALLIANCE, refuse(code, 'a-chief'));
    for (const lang of LANGS) expect(text[lang]).not.toMatch(/[{}]/);
  }
});
