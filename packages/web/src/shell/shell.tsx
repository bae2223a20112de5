import type { ReactNode } from 'react';
import { Link } from '../place/link.tsx';
import { usePlace } from '../place/travel.ts';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { Toasts } from '../parts/toast.tsx';
import { Banner } from './banner.tsx';
import { ShellHead } from './shell-head.tsx';

interface Props {
  /** What the page is not: shown above everything. */
  readonly banner?: 'exercise' | 'demo';
  readonly children: ReactNode;
}

/** What is around every page. */
export function Shell({ banner, children }: Props): ReactNode {
  const word = useSay(say);
  const { page } = usePlace();
  return (
    <>
      <a href="#content" className="skip">
        {word('to-content')}
      </a>
      {banner && <Banner of={banner} />}
      <ShellHead area={page.name === 'arrangement' ? 'arrangements' : page.name} />
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
