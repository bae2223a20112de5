/** Which page stands at which place. Every page but the first is loaded when it is gone to. */
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { ArrangementList } from './arrangements/list.tsx';
import { Loading } from './parts/condition.tsx';
import type { Page } from './place/place.ts';
import { PlaceContext, useAddress } from './place/travel.ts';
import { Nowhere } from './shell/nowhere.tsx';
import { Shell } from './shell/shell.tsx';
import { LangContext } from './text/speak.ts';

const ArrangementPage = lazy(() => import('./arrangements/page.tsx'));
const LookPage = lazy(() => import('./look/page.tsx'));

function Content({ page }: { readonly page: Page }): ReactNode {
  switch (page.name) {
    case 'arrangements':
      return <ArrangementList />;
    case 'arrangement':
      // Another arrangement is another page: nothing of the one before is kept.
      return <ArrangementPage key={page.id} id={page.id} view={page.view} />;
    case 'look':
      return <LookPage />;
    case 'nowhere':
      return <Nowhere />;
  }
}

export function App(): ReactNode {
  const place = useAddress();
  useEffect(() => {
    document.documentElement.lang = place.lang;
  }, [place.lang]);
  return (
    <I18nProvider locale={place.lang}>
      <PlaceContext value={place}>
        <LangContext value={place.lang}>
          <Shell>
            <Suspense fallback={<Loading />}>
              <Content page={place.page} />
            </Suspense>
          </Shell>
        </LangContext>
      </PlaceContext>
    </I18nProvider>
  );
}
