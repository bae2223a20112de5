/** Which page stands at which place. Every page but the first is loaded when it is gone to. */
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { ArrangementList } from './arrangements/list.tsx';
import { Loading } from './parts/condition.tsx';
import type { Page } from './place/place.ts';
import { PlaceContext, useAddress } from './place/travel.ts';
import { SessionProvider } from './session/session.tsx';
import { Boundary } from './shell/boundary.tsx';
import { Nowhere } from './shell/nowhere.tsx';
import { Shell } from './shell/shell.tsx';
import { LangContext } from './text/speak.ts';

const ArrangementPage = lazy(() => import('./arrangements/page.tsx'));
const ConsultationList = lazy(() => import('./consultations/list.tsx'));
const ConveningPage = lazy(() => import('./consultations/convening-page.tsx'));
const CasePage = lazy(() => import('./consultations/case-page.tsx'));
const RoomPage = lazy(() => import('./room/page.tsx'));
const ExerciseList = lazy(() => import('./exercise/plan/list.tsx'));
const ScenarioPage = lazy(() => import('./exercise/plan/scenario-page.tsx'));
const ImportPage = lazy(() => import('./exercise/plan/import-page.tsx'));
const ComparisonPage = lazy(() => import('./exercise/look-back/comparison-page.tsx'));
const CoveragePage = lazy(() => import('./exercise/look-back/coverage-page.tsx'));
const JoinPage = lazy(() => import('./exercise/plan/join-page.tsx'));
const Lobby = lazy(() => import('./exercise/plan/lobby.tsx'));
const PlayingPage = lazy(() => import('./exercise/page.tsx'));
const SignInPage = lazy(() => import('./session/sign-in-page.tsx'));
const EnrolPage = lazy(() => import('./session/enrol-page.tsx'));
const AccountPage = lazy(() => import('./session/account-page.tsx'));
const LookPage = lazy(() => import('./look/page.tsx'));

function Content({ page }: { readonly page: Page }): ReactNode {
  switch (page.name) {
    case 'arrangements':
      return <ArrangementList />;
    case 'arrangement':
      return <ArrangementPage id={page.id} view={page.view} />;
    case 'consultations':
      return <ConsultationList />;
    case 'convening':
      return <ConveningPage />;
    case 'consultation':
      return <CasePage id={page.id} />;
    case 'room':
      return <RoomPage id={page.id} viewer={page.viewer} view={page.view} />;
    case 'exercises':
      return <ExerciseList />;
    case 'scenario':
      return <ScenarioPage id={page.id} />;
    case 'import':
      return <ImportPage />;
    case 'comparison':
      return <ComparisonPage />;
    case 'coverage':
      return <CoveragePage />;
    case 'join':
      return <JoinPage />;
    case 'exercise':
      return <Lobby id={page.id} />;
    case 'playing':
      return <PlayingPage id={page.id} as={page.as} view={page.view} />;
    case 'sign-in':
      return <SignInPage />;
    case 'enrol':
      return <EnrolPage />;
    case 'account':
      return <AccountPage />;
    case 'look':
      return <LookPage />;
    case 'nowhere':
      return <Nowhere />;
  }
}

/** Pages that keep nothing of each other have keys of their own; the ways to look at one thing share it. */
function keyOf(page: Page): string {
  switch (page.name) {
    case 'arrangement':
    case 'consultation':
    case 'scenario':
    case 'exercise':
      return `${page.name} ${page.id}`;
    case 'playing':
      return `playing ${page.id} ${page.as}`;
    case 'room':
      return `room ${page.id} ${page.viewer}`;
    default:
      return page.name;
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
          <SessionProvider>
            <Shell>
              {/* Going elsewhere leaves behind what broke here. */}
              <Boundary key={keyOf(place.page)}>
                <Suspense fallback={<Loading />}>
                  <Content page={place.page} />
                </Suspense>
              </Boundary>
            </Shell>
          </SessionProvider>
        </LangContext>
      </PlaceContext>
    </I18nProvider>
  );
}
