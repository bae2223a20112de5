/** Strings of a scenario, which need not stand in every language. */
import { LANGS, type exercise, type Lang } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useLang } from '../text/speak.ts';

export interface Worded {
  readonly text: string;
  readonly lang: Lang;
}

/** In the language that is asked for, else in the first in which it stands. */
export function worded(of: exercise.Wording, lang: Lang): Worded {
  const found = [lang, ...LANGS].find((each) => of[each] !== undefined) ?? lang;
  return { text: of[found] ?? '', lang: found };
}

export function useWording(): (of: exercise.Wording) => string {
  const lang = useLang();
  return (of) => worded(of, lang).text;
}

/** Marked with its language where that is not the page's, so that it is spoken right. */
export function Wording({ of }: { readonly of: exercise.Wording }): ReactNode {
  const lang = useLang();
  const found = worded(of, lang);
  return <span lang={found.lang === lang ? undefined : found.lang}>{found.text}</span>;
}
