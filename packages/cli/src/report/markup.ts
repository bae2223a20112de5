/** HTML and SVG as values: everything put in is escaped, and a text appears in every language, of which one is shown. */
import { LANGS, type Text } from '@foedus/kernel';

export interface Html {
  readonly html: string;
}
export type Content = string | number | Html | Text | undefined | readonly Content[];

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function isText(content: Html | Text): content is Text {
  return 'en' in content;
}

/** Each language in an element of its own; one element less where all say the same. */
function inEveryLanguage(text: Text): string {
  if (text.en === text.ko && text.en === text.ja) return escape(text.en);
  return LANGS.map((lang) => `<span class="l" lang="${lang}">${escape(text[lang])}</span>`).join('');
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  if (Array.isArray(content)) return content.map(render).join('');
  const single = content as Html | Text;
  return isText(single) ? inEveryLanguage(single) : single.html;
}

/** The tag of templates whose values are escaped. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { html: String.raw({ raw: strings }, ...values.map(render)) };
}

/** Markup that is already safe, such as the style sheet. */
export function safe(html: string): Html {
  return { html };
}

/** SVG content made once for each language, of which one is shown. */
export function eachLanguage(make: (lang: (typeof LANGS)[number]) => Content): Html {
  return safe(LANGS.map((lang) => render(markup`<g class="l" lang="${lang}">${make(lang)}</g>`)).join(''));
}
