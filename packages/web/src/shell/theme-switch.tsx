import type { ReactNode } from 'react';
import { Segmented } from '../parts/segmented.tsx';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { THEMES, useTheme, type Theme } from './theme.ts';

const SIGNS: Readonly<Record<Theme, string>> = { system: '◐', light: '○', dark: '●' };

export function ThemeSwitch(): ReactNode {
  const [theme, choose] = useTheme();
  const word = useSay(say);
  return (
    <Segmented
      label={word('theme')}
      chosen={theme}
      onChoose={choose}
      choices={THEMES.map((each) => ({ id: each, label: SIGNS[each], spoken: word(`theme-${each}`) }))}
    />
  );
}
