import type { ReactNode } from 'react';
import { listArrangements } from '../api/arrangements.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Condition, Failure, Loading } from '../parts/condition.tsx';
import { Link } from '../place/link.tsx';
import { useSay, useText } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { say as tell } from './words.ts';

/** All arrangements that can be explored. */
export function ArrangementList(): ReactNode {
  const [loaded, again] = useLoaded('arrangements', listArrangements);
  const word = useSay(say);
  const told = useSay(tell);
  const text = useText();
  const title = word('arrangements');
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      <p className="soft">{told('list-lead')}</p>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failure problem={loaded.problem} again={again} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <Condition sign="∅" title={told('list-empty')} />
      )}
      {loaded.state === 'ready' && (
        <ul className="arrangement-list">
          {loaded.value.map(({ id, name, summary }) => (
            <li key={id}>
              <Link to={{ name: 'arrangement', id, view: 'map' }} className="arrangement-name">
                {text(name)}
              </Link>
              <p className="soft">{text(summary)}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
