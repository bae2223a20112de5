/** The exercises that one takes part in, and the scenarios from which a new one can be begun. */
import type { ReactNode } from 'react';
import { listExercises, listScenarios, type ExerciseHead } from '../../api/exercises.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Condition, Failure, Loading } from '../../parts/condition.tsx';
import { Table } from '../../parts/table.tsx';
import { Link } from '../../place/link.tsx';
import { useSay } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { PhaseTag } from '../phase-tag.tsx';
import { Wording } from '../wording.tsx';
import { say as shared } from '../words.ts';
import { ScenarioCard } from './scenario-card.tsx';
import { say } from './words.ts';

export default function ExerciseList(): ReactNode {
  const [loaded, again] = useLoaded('exercises', listExercises);
  const told = useSay(say);
  const word = useSay(words);
  const title = told('exercises');
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      <p className="soft">{told('lead')}</p>
      <p className="cluster">
        <Link to={{ name: 'join' }} className="button button-plain">
          {told('join-title')}
        </Link>
        <Link to={{ name: 'import' }} className="button button-plain">
          {told('import')}
        </Link>
        <Link to={{ name: 'comparison' }} className="button button-plain">
          {told('compare')}
        </Link>
        <Link to={{ name: 'coverage' }} className="button button-plain">
          {told('coverage')}
        </Link>
      </p>
      <h2>{told('running')}</h2>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failure problem={loaded.problem} again={again} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <Condition sign="∅" title={told('none')}>
          <p className="soft">{told('none-help')}</p>
        </Condition>
      )}
      {loaded.state === 'ready' && loaded.value.length > 0 && <Exercises of={loaded.value} />}
      <Scenarios />
    </div>
  );
}

function Exercises({ of }: { readonly of: readonly ExerciseHead[] }): ReactNode {
  const told = useSay(say);
  const word = useSay(shared);
  return (
    <Table caption={told('running')} quiet heads={[told('name'), told('as'), told('state')]}>
      {of.map(({ id, me, name, phase }) => {
        const [only, ...more] = me;
        return (
          <tr key={id} data-exercise={id}>
            <th scope="row">
              <Link
                to={
                  only && more.length === 0 ? { name: 'playing', id, as: only.id } : { name: 'exercise', id }
                }
                className="case-name"
              >
                <Wording of={name} />
              </Link>
            </th>
            <td>{only && more.length === 0 ? word(`role-${only.role}`) : word('all-of-them')}</td>
            <td>
              <PhaseTag phase={phase} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

function Scenarios(): ReactNode {
  const [loaded] = useLoaded('scenarios', listScenarios);
  const told = useSay(say);
  // Who may direct nothing is not shown what he could direct.
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <>
      <h2>{told('scenarios')}</h2>
      <ul className="scenario-list">
        {loaded.value.map((head) => (
          <ScenarioCard key={head.id} head={head} />
        ))}
      </ul>
    </>
  );
}
