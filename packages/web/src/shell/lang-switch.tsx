import { LANGS, type Lang } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Segmented } from '../parts/segmented.tsx';
import { go, here } from '../place/travel.ts';
import { useLang, useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';

/** Each language in its own words. */
const NAMES: Readonly<Record<Lang, { readonly sign: string; readonly name: string }>> = {
  en: { sign: 'EN', name: 'English' },
  ko: { sign: '한', name: '한국어' },
  ja: { sign: '日', name: '日本語' },
};

/** Another language, the same place. */
export function LangSwitch(): ReactNode {
  const chosen = useLang();
  const word = useSay(say);
  return (
    <Segmented
      label={word('language')}
      chosen={chosen}
      onChoose={(lang) => go({ ...here(), lang })}
      choices={LANGS.map((lang) => ({
        id: lang,
        label: NAMES[lang].sign,
        spoken: NAMES[lang].name,
        lang,
      }))}
    />
  );
}
