/** Above the room of a consultation of an exercise: the way back, and what has come in meanwhile. */
import { useMemo, type ReactNode } from 'react';
import { pathOfParticipant } from '../../api/exercises.ts';
import { useFollowing } from '../../live/use-following.ts';
import { Link } from '../../place/link.tsx';
import { useSay } from '../../text/speak.ts';
import { say } from '../words.ts';
import { seenAt } from './following.ts';
import { rememberedOf, type Remembered } from './remembered.ts';

export default function WayBack({ room }: { readonly room: string }): ReactNode {
  const kept = rememberedOf(room);
  return kept && <Following {...kept} />;
}

function Following({ as, id }: Remembered): ReactNode {
  const told = useSay(say);
  const { shown } = useFollowing(useMemo(() => seenAt(pathOfParticipant(id, as)), [id, as]));
  const unread = shown?.inbox.filter(({ acknowledged }) => !acknowledged.includes(as)).length ?? 0;
  return (
    <p className="way-back cluster screen-only">
      <Link to={{ name: 'playing', id, as }}>
        <span aria-hidden="true">←</span> {told('back-to-exercise')}
      </Link>
      <span role="status">{unread > 0 && told('unread', { count: unread })}</span>
    </p>
  );
}
