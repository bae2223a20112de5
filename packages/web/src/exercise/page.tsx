/** An exercise, as one who takes part in it sees it. */
import { useMemo, type ReactNode } from 'react';
import { pathOfParticipant } from '../api/exercises.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useFollowing } from '../live/use-following.ts';
import { Failure, Loading } from '../parts/condition.tsx';
import { Button } from '../parts/button.tsx';
import { Refused } from '../parts/refused.tsx';
import { Tabs } from '../parts/tabs.tsx';
import type { ExerciseView } from '../place/place.ts';
import { useSay } from '../text/speak.ts';
import { enter, type Entered } from './frame/entering.ts';
import { seenAt } from './frame/following.ts';
import { ExerciseTop } from './frame/head.tsx';
import { useKnownScenario } from './frame/known-scenario.ts';
import { useOutbox } from './frame/outbox.ts';
import { PlayingContext, VIEWS_OF, type Playing } from './frame/playing.ts';
import { remember } from './frame/remembered.ts';
import { Rooms } from './frame/rooms.tsx';
import { Inside } from './inside.tsx';
import { say } from './words.ts';

interface Where {
  readonly id: string;
  readonly as: string;
  readonly view: ExerciseView | undefined;
}

export default function PlayingPage({ as, id, view }: Where): ReactNode {
  const [loaded, again] = useLoaded(`exercise ${id} ${as}`, () => enter(id, as));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  return <Entering {...loaded.value} id={id} as={as} view={view} />;
}

function Entering({ arrangement, as, id, me, scenario: first, view }: Entered & Where): ReactNode {
  const path = pathOfParticipant(id, as);
  const { ahead, line, problem, shown } = useFollowing(useMemo(() => seenAt(path), [path]));
  const scenario = useKnownScenario(path, first, shown);
  const { ask, dismiss, refused, waiting } = useOutbox(path);
  const told = useSay(say);
  const playing = useMemo(
    (): Playing | undefined => shown && { id, path, me, scenario, arrangement, seen: shown, ahead, ask },
    [id, path, me, scenario, arrangement, shown, ahead, ask],
  );
  if (problem) return <Failure problem={problem} again={() => location.reload()} />;
  if (!playing) return line === 'lost' ? <Failure problem="offline" /> : <Loading />;
  remember(playing);
  const views = VIEWS_OF[me.role];
  const current = views.find((each) => each === view) ?? views[0]!;
  return (
    <PlayingContext value={playing}>
      <div className="room exercise" data-cursor={playing.seen.cursor}>
        <ExerciseTop line={line} />
        <Rooms />
        <div className="screen-only">
          <Tabs
            label={told('views')}
            query=""
            tabs={views.map((each) => ({
              label: told(`view-${each}`),
              to: { name: 'playing', id, as, view: each },
              current: each === current,
            }))}
          />
        </div>
        {waiting && (
          <p role="status" className="room-lost">
            {told('sent-again')}
          </p>
        )}
        {refused && (
          <Refused told={refused}>
            <Button onPress={dismiss}>{told('dismiss')}</Button>
          </Refused>
        )}
        <Inside view={current} />
      </div>
    </PlayingContext>
  );
}
