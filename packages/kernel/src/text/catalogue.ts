/** Message catalogues: ICU messages in every language, filled together so that a sentence exists in all of them or in none. */
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGS, type Lang, type Text } from './lang.ts';
import { chooseParticles } from './particles.ts';

/** What may fill a message: a plain value, a text, or several texts, which are listed as the language lists things. */
export type Filling = string | number | Text | readonly Text[];
export type Fillings = Readonly<Record<string, Filling>>;

export type Messages<K extends string> = Readonly<Record<Lang, Readonly<Record<K, string>>>>;

/** Fills a message in every language. */
export type Say<K extends string> = (key: K, fillings?: Fillings) => Text;

/** The same string in every language: an id, a formula, a date. */
export function plain(text: string): Text {
  return { en: text, ko: text, ja: text };
}

/**
 * Makes a text by doing the same in every language; each is made when it is read. Most texts are shown in one language or, as the
 * sentences of answers that a check only counts, in none.
 */
export function eachLang(make: (lang: Lang) => string): Text {
  return {
    get en() {
      return make('en');
    },
    get ko() {
      return make('ko');
    },
    get ja() {
      return make('ja');
    },
  };
}

/** Made when first used: it takes longer than all else that loading this file does. */
const LISTS = new Map<Lang, Intl.ListFormat>();

function listFormat(lang: Lang): Intl.ListFormat {
  const known = LISTS.get(lang) ?? new Intl.ListFormat(lang, { type: 'conjunction' });
  LISTS.set(lang, known);
  return known;
}

/** `a, b and c` in each language. */
export function list(items: readonly Text[]): Text {
  return eachLang((lang) => listFormat(lang).format(items.map((item) => item[lang])));
}

function fill(filling: Filling, lang: Lang): string | number {
  if (typeof filling === 'string' || typeof filling === 'number') return filling;
  return 'en' in filling ? filling[lang] : list(filling)[lang];
}

/** Binds a catalogue. Messages are parsed once, when first used. */
export function catalogue<K extends string>(messages: Messages<K>): Say<K> {
  const parsed = new Map<string, IntlMessageFormat>();
  const formatter = (key: K, lang: Lang): IntlMessageFormat => {
    const id = `${lang}:${key}`;
    const known =
      parsed.get(id) ?? new IntlMessageFormat(messages[lang][key], lang, undefined, { ignoreTag: true });
    parsed.set(id, known);
    return known;
  };
  return (key, fillings = {}) =>
    eachLang((lang) => {
      const values = Object.fromEntries(
        Object.entries(fillings).map(([name, filling]) => [name, fill(filling, lang)]),
      );
      const text = String(formatter(key, lang).format(values));
      return lang === 'ko' ? chooseParticles(text) : text;
    });
}

/** The names that a message is filled with, of plurals and choices within it too. */
function places(message: string): string {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if ('value' in value && 'type' in value && value.type !== LITERAL && typeof value.value === 'string')
      names.add(value.value);
    Object.values(value).forEach(visit);
  };
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted((a, b) => (a < b ? -1 : 1)).join();
}

/** The type of plain text in the syntax tree of an ICU message. */
const LITERAL = 0;

/** The keys and placeholders in which catalogues differ between languages; empty when they are complete. For tests. */
export function incomplete(messages: Readonly<Record<Lang, Readonly<Record<string, string>>>>): string[] {
  const keys = new Set(LANGS.flatMap((lang) => Object.keys(messages[lang])));
  return [...keys].flatMap((key) =>
    LANGS.flatMap((lang) => {
      const message = messages[lang][key];
      if (message === undefined || message.trim() === '') return [`${key}: missing in ${lang}`];
      return places(message) === places(messages.en[key] ?? '')
        ? []
        : [`${key}: other placeholders in ${lang} than in en`];
    }),
  );
}
