/** Corrective actions of earlier exercises that are not done yet: what this one is to try again. */
import type { ReactNode } from 'react';
import { earlierActions } from '../../api/reviews.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Failure, Loading } from '../../parts/condition.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Link } from '../../place/link.tsx';
import { useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { Wording } from '../wording.tsx';
import { STATUS_MOODS } from './actions.tsx';
import { say } from './words.ts';

export function EarlierActions(): ReactNode {
  const { id } = usePlaying();
  const told = useSay(say);
  const [loaded, again] = useLoaded(`earlier actions ${id}`, () => earlierActions(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (loaded.value.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{told('earlier')}</h2>
      <p className="soft">{told('earlier-help')}</p>
      <ul className="plain-list">
        {loaded.value.map(({ action, as, exercise, finding, name }) => (
          <li key={`${exercise} ${action.id}`} data-earlier={action.id}>
            <p className="cluster">
              <Tag mood={STATUS_MOODS[action.status]}>{told(`status-${action.status}`)}</Tag>
              <span lang="">{action.text}</span>
              <span className="soft">
                {told('owner')}: <span lang="">{action.owner}</span> {action.until}
              </span>
            </p>
            <p>
              <span lang="">{finding}</span>{' '}
              <Link to={{ name: 'playing', id: exercise, as, view: 'review' }}>
                <Wording of={name} />
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
