import { describe, expect, test } from 'vitest';
import { markup } from './markup.ts';

describe('markup', () => {
  test('escapes whatever is put in, also in attributes', () => {
    const evil = '"><img src=x onerror=alert(1)>&';
    expect(markup`<p title="${evil}">${evil}</p>`.html).toBe(
      '<p title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;">&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;</p>',
    );
  });

  test('puts markup into markup as it is, and lists one after another', () => {
    expect(markup`<ul>${[markup`<li>a</li>`, markup`<li>${2}</li>`]}</ul>`.html).toBe(
      '<ul><li>a</li><li>2</li></ul>',
    );
  });

  test('a text stands in every language, or once where all are the same', () => {
    expect(markup`${{ en: 'aid', ko: '원조', ja: '<援助>' }}`.html).toBe(
      '<span class="l" lang="en">aid</span><span class="l" lang="ko">원조</span><span class="l" lang="ja">&lt;援助&gt;</span>',
    );
    expect(markup`${{ en: 'NCG', ko: 'NCG', ja: 'NCG' }}`.html).toBe('NCG');
  });
});
