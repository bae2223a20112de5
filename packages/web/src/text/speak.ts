/** The language of the page: who is spoken to, and in what. */
import { LANGS, type Fillings, type Lang, type Say, type Text } from '@foedus/kernel';
import { createContext, use } from 'react';

export const LangContext = createContext<Lang>('en');

export function useLang(): Lang {
  return use(LangContext);
}

/** Picks a text's form in the language of the page. */
export function useText(): (text: Text) => string {
  const lang = useLang();
  return (text) => text[lang];
}

/** A catalogue that speaks the language of the page. */
export function useSay<K extends string>(say: Say<K>): (key: K, fillings?: Fillings) => string {
  const lang = useLang();
  return (key, fillings) => say(key, fillings)[lang];
}

export function isLang(text: string | undefined): text is Lang {
  return LANGS.some((lang) => lang === text);
}

/** The first of somebody's languages that we speak; else English. */
export function preferred(languages: readonly string[]): Lang {
  return languages.map((each) => each.slice(0, 2)).find(isLang) ?? 'en';
}
