import { useEffect, type ReactNode } from 'react';
import { listCases, type CaseHead } from '../api/cases.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Condition, Failure, Loading } from '../parts/condition.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { Link } from '../place/link.tsx';
import { useSession } from '../session/session.tsx';
import { useLang, useSay, useText } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { day, moment } from '../text/time.ts';
import { PhaseTag } from './phase-tag.tsx';
import { say as tell } from './words.ts';

/** How often the list is looked at again, milliseconds. */
const AGAIN = 15_000;

/** The consultations that one may look at, newest first. */
export default function ConsultationList(): ReactNode {
  const [loaded, again] = useLoaded('consultations', listCases);
  const word = useSay(say);
  const told = useSay(tell);
  const { session } = useSession();
  useEffect(() => {
    const timer = setInterval(again, AGAIN);
    return () => clearInterval(timer);
  }, [again]);
  const title = word('consultations');
  const mayOpen = session?.demo || session?.principal?.roles.some(({ role }) => role === 'seat-holder');
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      <p className="soft">{told('list-lead')}</p>
      {mayOpen && (
        <p>
          <Link to={{ name: 'convening' }} className="button button-main">
            {told('open-one')}
          </Link>
        </p>
      )}
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failure problem={loaded.problem} again={again} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <Condition sign="∅" title={told('list-empty')}>
          <p className="soft">{told('list-empty-help')}</p>
        </Condition>
      )}
      {loaded.state === 'ready' && loaded.value.length > 0 && <Cases cases={loaded.value} />}
    </div>
  );
}

function Cases({ cases }: { readonly cases: readonly CaseHead[] }): ReactNode {
  const told = useSay(tell);
  const word = useSay(say);
  const text = useText();
  const lang = useLang();
  return (
    <Table
      caption={word('consultations')}
      quiet
      heads={[told('arrangement'), told('day'), told('opened'), told('phase')]}
    >
      {cases.map(({ id, kind, name, on, openedAt, phase }) => (
        <tr key={id}>
          <th scope="row">
            <Link to={{ name: 'consultation', id }} className="case-name">
              {text(name)}
            </Link>{' '}
            {kind === 'exercise' && <Tag mood="partly">{told('exercise')}</Tag>}
          </th>
          <td>{day(on, lang)}</td>
          <td>{moment(openedAt, lang)}</td>
          <td>
            <PhaseTag phase={phase} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
