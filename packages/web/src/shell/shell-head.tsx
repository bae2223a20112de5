import { memo, type ReactNode } from 'react';
import { Link } from '../place/link.tsx';
import type { Page } from '../place/place.ts';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { LangSwitch } from './lang-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** The head of every page. It stays as it is while something within a page changes. */
export const ShellHead = memo(function ShellHead({ area }: { readonly area: Page['name'] }): ReactNode {
  const word = useSay(say);
  return (
    <header className="shell-head screen-only">
      <Link to={{ name: 'arrangements' }} className="wordmark">
        {word('product')}
      </Link>
      <nav className="shell-places" aria-label={word('main-places')}>
        <Link to={{ name: 'arrangements' }} className="shell-place" current={area === 'arrangements'}>
          {word('arrangements')}
        </Link>
      </nav>
      <div className="shell-tools">
        <LangSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
});
