/** The consultation room, as one viewer sees it. */
import { consultation } from '@foedus/kernel';
import { useMemo, type ReactNode } from 'react';
import { pathOfViewer, type Acknowledged } from '../api/cases.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { openedCase, type OpenedCase } from '../consultations/library.ts';
import { useFollowing } from '../live/use-following.ts';
import { Failure, Loading } from '../parts/condition.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { tell } from '../parts/toast.tsx';
import { ROOM_VIEWS, type RoomView } from '../place/place.ts';
import { ProofsProvider } from '../record/proofs.tsx';
import { RecordView } from '../record/record-view.tsx';
import { Banner } from '../shell/banner.tsx';
import { useSay } from '../text/speak.ts';
import { Composer } from './act/composer.tsx';
import { useDraft } from './act/use-draft.ts';
import { Course } from './course/course.tsx';
import { Documents } from './documents/documents.tsx';
import { Head } from './head.tsx';
import { viewAt } from './live/follow.ts';
import { WhoIsAwaited } from './now/awaited.tsx';
import { CanDo } from './now/can-do.tsx';
import { Outcomes } from './now/outcomes.tsx';
import { Positions } from './positions/positions.tsx';
import { Replay } from './replay/replay.tsx';
import { RoomProvider } from './room-provider.tsx';
import { say } from './words.ts';

interface Where {
  readonly id: string;
  /** `seat:<id>`, `party:<id>` or `public`. */
  readonly viewer: string;
  readonly view: RoomView;
}

export default function RoomPage({ id, viewer, view }: Where): ReactNode {
  const [loaded, again] = useLoaded(`case ${id}`, () => openedCase(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  const known = consultation.viewerFrom(viewer);
  if (!known) return <Failure problem="not-found" />;
  return <Followed key={viewer} {...loaded.value} viewer={known} id={id} view={view} />;
}

function Followed({
  arrangement,
  id,
  view,
  viewer,
}: OpenedCase & {
  readonly id: string;
  readonly view: RoomView;
  readonly viewer: consultation.Viewer;
}): ReactNode {
  const path = pathOfViewer(id, consultation.viewerId(viewer));
  const { ahead, line, problem, shown } = useFollowing(useMemo(() => viewAt(path), [path]));
  const seat = viewer.as === 'seat' ? viewer.seat : undefined;
  if (problem) return <Failure problem={problem} again={() => location.reload()} />;
  if (!shown) return line === 'lost' ? <Failure problem="offline" /> : <Loading />;
  return (
    <RoomProvider id={id} arrangement={arrangement} path={path} seat={seat} shown={shown} ahead={ahead}>
      {shown.kind === 'exercise' && <Banner of="exercise" />}
      <ProofsProvider path={path}>
        <div className="room">
          <Head line={line} />
          <Views id={id} viewer={consultation.viewerId(viewer)} view={view} />
          <Inside path={path} seat={seat} view={view} />
        </div>
      </ProofsProvider>
    </RoomProvider>
  );
}

function Views({ id, viewer, view }: Where): ReactNode {
  const told = useSay(say);
  return (
    <div className="screen-only">
      <Tabs
        label={told('views')}
        query=""
        tabs={ROOM_VIEWS.map((each) => ({
          label: told(`view-${each}`),
          to: { name: 'room', id, viewer, view: each },
          current: each === view,
        }))}
      />
    </div>
  );
}

function Inside({
  path,
  seat,
  view,
}: {
  readonly path: string;
  readonly seat: string | undefined;
  readonly view: RoomView;
}): ReactNode {
  const told = useSay(say);
  const recorded = ({ standing }: Acknowledged): void =>
    tell(told(standing === 'departure' ? 'was-recorded-departure' : 'was-recorded'));
  const { draft, change, waiting } = useDraft(path, recorded);
  const begin = seat === undefined ? undefined : change;
  const composer = seat !== undefined && draft && (
    <Composer key={draft.key} seat={seat} draft={draft} onChange={change} waiting={waiting} />
  );
  switch (view) {
    case 'room':
      return (
        <div className={`room-now${seat === undefined ? ' room-onlooker' : ''}`}>
          <div className="room-side stack">
            {composer}
            {seat !== undefined && <CanDo seat={seat} begin={change} />}
            <WhoIsAwaited />
            <Outcomes />
          </div>
          <Course begin={begin} />
        </div>
      );
    case 'positions':
      return <Positions />;
    case 'documents':
      return (
        <div className="stack">
          {composer}
          <Documents begin={begin} />
        </div>
      );
    case 'record':
      return <RecordView />;
    case 'replay':
      return <Replay />;
  }
}
