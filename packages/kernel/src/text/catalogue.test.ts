import { describe, expect, test } from 'vitest';
import { catalogue, incomplete, plain } from './catalogue.ts';
import { chooseParticles } from './particles.ts';

describe('a message is filled in every language at once', () => {
  const say = catalogue({
    en: { blocks: '{who} can prevent {count, plural, one {# act} other {# acts}}' },
    ko: { blocks: '{who}은(는) 행위 {count}건을 막을 수 있다' },
    ja: { blocks: '{who}は{count}件の行為を阻止できる' },
  });

  test('with texts, lists of texts and numbers', () => {
    const us = { en: 'the US', ko: '미국', ja: '米国' };
    const rok = { en: 'the ROK', ko: '한국', ja: '韓国' };
    expect(say('blocks', { who: [us, rok], count: 2 })).toEqual({
      en: 'the US and the ROK can prevent 2 acts',
      ko: '미국 및 한국은 행위 2건을 막을 수 있다',
      ja: '米国、韓国は2件の行為を阻止できる',
    });
  });

  test('text in angle brackets is text, not markup', () => {
    expect(say('blocks', { who: plain('<b>'), count: 1 }).en).toBe('<b> can prevent 1 act');
  });
});

describe('Korean particles follow the letter before them', () => {
  test.each([
    ['한국은(는)', '한국은'],
    ['NATO은(는)', 'NATO는'],
    ['서울(으)로', '서울로'],
    ['부산(으)로', '부산으로'],
    ['‘사령관’이(가)', '‘사령관’이'],
    ['협의과(와)', '협의와'],
    ['CFC을(를)', 'CFC를'],
    ['핵협의그룹(NCG)을(를)', '핵협의그룹(NCG)을'],
    ['협의(NCG)(으)로', '협의(NCG)로'],
    ['3을(를)', '3을'],
    ['2(으)로', '2로'],
  ])('%s → %s', (written, shown) => {
    expect(chooseParticles(written)).toBe(shown);
  });
});

test('a catalogue with a missing message, an empty one or another placeholder is incomplete', () => {
  const en = { a: '{x}', b: 'b', c: 'c' };
  expect(incomplete({ en, ko: { a: '{x}', b: '', c: 'c' }, ja: { a: '{y}', b: 'b' } })).toEqual([
    'a: other placeholders in ja than in en',
    'b: missing in ko',
    'c: missing in ja',
  ]);
});
