import type { ReactNode } from 'react';
import type { Page } from '../place/place.ts';
import { Link } from '../place/link.tsx';
import { usePlace } from '../place/travel.ts';
import { Me } from '../session/me.tsx';
import { useSession } from '../session/session.tsx';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { Toasts } from '../parts/toast.tsx';
import { Banner } from './banner.tsx';
import { LangSwitch } from './lang-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

const CONSULTING: readonly Page['name'][] = ['consultations', 'convening', 'consultation', 'room'];

/** What is around every page. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const word = useSay(say);
  const { page } = usePlace();
  const { session } = useSession();
  return (
    <>
      <a href="#content" className="skip">
        {word('to-content')}
      </a>
      {session?.demo && <Banner of="demo" />}
      <header className="shell-head screen-only">
        <Link to={{ name: 'arrangements' }} className="wordmark">
          {word('product')}
        </Link>
        <nav className="shell-places" aria-label={word('main-places')}>
          <Link
            to={{ name: 'arrangements' }}
            className="shell-place"
            current={page.name === 'arrangements' || page.name === 'arrangement'}
          >
            {word('arrangements')}
          </Link>
          <Link
            to={{ name: 'consultations' }}
            className="shell-place"
            current={CONSULTING.some((name) => name === page.name)}
          >
            {word('consultations')}
          </Link>
        </nav>
        <div className="shell-tools">
          <Me />
          <LangSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="shell-foot">
        {word('scope')}{' '}
        <Link to={{ name: 'look' }} className="screen-only">
          {word('look')}
        </Link>
      </footer>
      <Toasts />
    </>
  );
}
