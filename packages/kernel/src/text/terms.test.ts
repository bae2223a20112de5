/** Catalogues keep to the terms of docs/terms.md: words that were given up for one of them, in terms.json, may not turn up again. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LANGS, type Lang } from './lang.ts';
import TERMS from './terms.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const read = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8');

/** Every text in a catalogue; the names of messages are not texts. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function rejectedIn(lang: Lang, texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    TERMS[lang].flatMap(({ rejected, term }) => {
      const [word] = new RegExp(rejected, 'u').exec(text) ?? [];
      return word === undefined ? [] : [`“${word}” in “${text}”: write “${term}”`];
    }),
  );
}

describe.each(LANGS)('catalogues in %s', (lang) => {
  const paths = globSync(`packages/*/src/**/*.${lang}.json`, { cwd: ROOT });

  test('are found', () => {
    expect(paths.length).toBeGreaterThan(30);
  });

  test.each(paths)('%s', (path) => {
    expect(rejectedIn(lang, textsIn(JSON.parse(read(path))))).toEqual([]);
  });

  test('may use the terms: each stands in the glossary and is not rejected itself', () => {
    const glossary = read('docs/terms.md');
    const terms = TERMS[lang].map(({ term }) => term);
    expect(rejectedIn(lang, terms)).toEqual([]);
    expect(lang === 'en' ? [] : terms.filter((term) => !glossary.includes(term))).toEqual([]);
  });
});

test('a word that was given up is found, and the term for it named', () => {
  expect(rejectedIn('ko', ['모든 석을 봅니다', '해석을 고릅니다'])).toEqual([
    '“석” in “모든 석을 봅니다”: write “좌석”',
  ]);
  expect(rejectedIn('ja', ['この職は役職です'])).toEqual(['“職” in “この職は役職です”: write “役職”']);
});
