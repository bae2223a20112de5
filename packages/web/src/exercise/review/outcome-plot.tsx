/** How long each outcome took, beside the shortest time that the arrangement allows. */
import { actInWords, type exercise } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Table } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { elapsedInDigits } from '../time.ts';
import { say } from './words.ts';

export function OutcomePlot({ of }: { readonly of: readonly exercise.ConsultationMeasures[] }): ReactNode {
  const { arrangement } = usePlaying();
  const told = useSay(say);
  const text = useText();
  const outcomes = of.flatMap(({ consultation, outcomes: all }) =>
    all.map((each) => ({ consultation, ...each })),
  );
  const most = Math.max(1, ...outcomes.flatMap(({ at, shortest }) => [at ?? 0, shortest ?? 0]));
  if (outcomes.length === 0) return <p className="soft">{told('outcomes-none')}</p>;
  return (
    <Table
      caption={told('outcomes')}
      quiet
      heads={[told('outcome'), told('taken'), told('shortest'), <span key="bars" className="unseen" />]}
    >
      {outcomes.map(({ act, at, consultation, shortest, standing }) => (
        <tr key={`${consultation} ${JSON.stringify(act)}`}>
          <th scope="row">
            {text(actInWords(arrangement, act))}{' '}
            {standing === 'departure' && <Tag mood="partly">{told('departure')}</Tag>}
          </th>
          <td>{at === null ? told('not-reached') : elapsedInDigits(at)}</td>
          <td>{shortest === null ? '–' : elapsedInDigits(shortest)}</td>
          <td className="bars" aria-hidden="true">
            <svg viewBox="0 0 200 20" preserveAspectRatio="none" className="bar">
              {at !== null && <rect x={0} y={1} height={8} width={(at / most) * 200} className="bar-taken" />}
              {shortest !== null && (
                <rect x={0} y={11} height={8} width={(shortest / most) * 200} className="bar-shortest" />
              )}
            </svg>
          </td>
        </tr>
      ))}
    </Table>
  );
}
