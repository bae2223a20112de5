import { expect, test } from 'vitest';
import { LANGS } from '../../text/lang.ts';
import { incomplete } from '../../text/catalogue.ts';
import en from './refusal.en.json' with { type: 'json' };
import ja from './refusal.ja.json' with { type: 'json' };
import ko from './refusal.ko.json' with { type: 'json' };
import { EXERCISE_REFUSAL_CODES, explainRefusal } from './refusal.ts';

test('every refusal has a message, in every language', () => {
  expect(incomplete({ en, ko, ja })).toEqual([]);
  for (const code of EXERCISE_REFUSAL_CODES)
    for (const lang of LANGS) expect(explainRefusal({ code, subject: 'x' })[lang]).not.toMatch(/[{}]/);
});
