/** A scenario for who would direct it: what it is about, who plays, what is found out about it before anybody does. */
import { durationInWords, nameOf, type Arrangement } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { findingsOf, scenarioOf, type Scenario, type ScenarioFinding } from '../../api/exercises.ts';
import { Trouble } from '../../api/problem.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { open } from '../../engine/library.ts';
import { Failure, Loading } from '../../parts/condition.tsx';
import { Table } from '../../parts/table.tsx';
import { Link } from '../../place/link.tsx';
import { useLang, useSay, useText } from '../../text/speak.ts';
import { day } from '../../text/time.ts';
import { say as words } from '../../text/words.ts';
import { useWording, Wording } from '../wording.tsx';
import { say as shared } from '../words.ts';
import { Begin } from './begin.tsx';
import { Findings } from './findings.tsx';
import { say } from './words.ts';

interface Known {
  readonly scenario: Scenario;
  readonly arrangement: Arrangement;
  readonly findings: readonly ScenarioFinding[];
}

async function load(id: string): Promise<Known> {
  const [scenario, findings] = await Promise.all([scenarioOf(id), findingsOf(id)]);
  const { read } = await open(scenario.arrangement);
  // INVARIANT: the server offers no scenario under an arrangement with faults.
  if (!read.ok) throw new Trouble('failed');
  return { scenario, arrangement: read.value, findings };
}

export default function ScenarioPage({ id }: { readonly id: string }): ReactNode {
  const [loaded, again] = useLoaded(`scenario ${id}`, () => load(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  return <About {...loaded.value} />;
}

function About({ arrangement, findings, scenario }: Known): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const share = useSay(shared);
  const wording = useWording();
  const text = useText();
  const lang = useLang();
  const { at, cells, id, injects, length, name, objectives, situation } = scenario;
  return (
    <div className="list-page stack">
      <title>{`${wording(name)} · ${word('product')}`}</title>
      <h1>
        <Wording of={name} />
      </h1>
      <p className="soft">
        <Link to={{ name: 'arrangement', id: scenario.arrangement, view: 'map' }} query={`?at=${at}`}>
          {text(arrangement.name)}
        </Link>{' '}
        · {told('as-of', { at: day(at, lang) })} ·{' '}
        {told('about', { injects: Object.keys(injects).length, cells: Object.keys(cells).length })}
        {length !== undefined && ` · ${told('length', { span: durationInWords(length) })}`}
      </p>
      <div className="cluster">
        <Begin scenario={id} name={name} />
        <a
          className="button button-plain"
          href={`/api/v1/scenarios/${encodeURIComponent(id)}/msel.xlsx?lang=${lang}`}
          download
        >
          {told('msel')}
        </a>
      </div>
      <h2>{share('situation')}</h2>
      <p className="received-text">
        <Wording of={situation} />
      </p>
      <h2>{told('findings')}</h2>
      <Findings of={findings} />
      <h2>{told('cells')}</h2>
      <Table caption={told('cells')} quiet heads={[told('cell'), told('as'), told('seats')]}>
        {Object.values(cells).map((cell) => (
          <tr key={cell.id}>
            <th scope="row">
              <Wording of={cell.name} />
            </th>
            <td>{told(`kind-${cell.kind}`)}</td>
            <td>
              {cell.seats.length === 0
                ? told('no-seats')
                : cell.seats.map((seat) => text(nameOf(arrangement, seat))).join(' · ')}
            </td>
          </tr>
        ))}
      </Table>
      <h2>{told('objectives')}</h2>
      <ul>
        {Object.values(objectives).map((objective) => (
          <li key={objective.id}>
            <Wording of={objective.name} />
            <ul>
              {Object.values(objective.capabilities).map((capability) => (
                <li key={capability.id}>
                  <Wording of={capability.name} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}
