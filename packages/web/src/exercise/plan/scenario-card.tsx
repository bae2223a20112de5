import { durationInWords } from '@foedus/kernel';
import type { ReactNode } from 'react';
import type { ScenarioHead } from '../../api/exercises.ts';
import { Link } from '../../place/link.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { day } from '../../text/time.ts';
import { Wording } from '../wording.tsx';
import { Begin } from './begin.tsx';
import { say } from './words.ts';

/** A scenario in a list: what it is about, and beginning an exercise from it. */
export function ScenarioCard({ head }: { readonly head: ScenarioHead }): ReactNode {
  const told = useSay(say);
  const lang = useLang();
  const { at, cells, id, injects, length, name, situation } = head;
  return (
    <li className="scenario-card" data-scenario={id}>
      <div className="panel-head">
        <h3>
          <Link to={{ name: 'scenario', id }}>
            <Wording of={name} />
          </Link>
        </h3>
        <Begin scenario={id} name={name} />
      </div>
      <p className="soft">
        {told('about', { injects, cells: cells.length })} · {told('as-of', { at: day(at, lang) })}
        {length !== undefined && ` · ${told('length', { span: durationInWords(length) })}`}
      </p>
      <p className="scenario-situation">
        <Wording of={situation} />
      </p>
    </li>
  );
}
