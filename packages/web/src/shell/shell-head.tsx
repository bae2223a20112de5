import { memo, type ReactNode } from 'react';
import { Link } from '../place/link.tsx';
import { Me } from '../session/me.tsx';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { LangSwitch } from './lang-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** The main places. */
const AREAS = ['arrangements', 'consultations', 'exercises'] as const;
export type Area = (typeof AREAS)[number];

/** The head of every page. It stays as it is while something within a page changes. */
export const ShellHead = memo(function ShellHead({ area }: { readonly area: Area | undefined }): ReactNode {
  const word = useSay(say);
  return (
    <header className="shell-head screen-only">
      <Link to={{ name: 'arrangements' }} className="wordmark">
        {word('product')}
      </Link>
      <nav className="shell-places" aria-label={word('main-places')}>
        {AREAS.map((each) => (
          <Link key={each} to={{ name: each }} className="shell-place" current={area === each}>
            {word(each)}
          </Link>
        ))}
      </nav>
      <div className="shell-tools">
        <Me />
        <LangSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
});
