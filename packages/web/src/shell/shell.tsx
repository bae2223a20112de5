import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from '../place/link.tsx';
import type { Page } from '../place/place.ts';
import { usePlace } from '../place/travel.ts';
import { useSession } from '../session/session.tsx';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { Toasts } from '../parts/toast.tsx';
import { Banner } from './banner.tsx';
import { ShellHead, type Area } from './shell-head.tsx';

const WayBack = lazy(() => import('../exercise/frame/way-back.tsx'));

/** To which of the main places a page belongs. */
function areaOf({ name }: Page): Area | undefined {
  switch (name) {
    case 'arrangements':
    case 'arrangement':
      return 'arrangements';
    case 'consultations':
    case 'convening':
    case 'consultation':
    case 'room':
      return 'consultations';
    case 'exercises':
    case 'scenario':
    case 'import':
    case 'comparison':
    case 'coverage':
    case 'join':
    case 'exercise':
    case 'playing':
      return 'exercises';
    default:
      return undefined;
  }
}

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
      {areaOf(page) === 'exercises' && <Banner of="exercise" />}
      <ShellHead area={areaOf(page)} />
      <main id="content" tabIndex={-1}>
        {page.name === 'room' && (
          <Suspense>
            <WayBack key={page.id} room={page.id} />
          </Suspense>
        )}
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
