import type { ReactNode } from 'react';
import type { ScenarioFinding } from '../../api/exercises.ts';
import { useSay, useText } from '../../text/speak.ts';
import { say } from './words.ts';

/** What is found out about a scenario before it is played: what will not work first, then what it leaves out. */
export function Findings({ of }: { readonly of: readonly ScenarioFinding[] }): ReactNode {
  const told = useSay(say);
  if (of.length === 0) return <p>{told('findings-none')}</p>;
  const problems = of.filter(({ problem }) => problem);
  const gaps = of.filter(({ problem }) => !problem);
  return (
    <div className="stack">
      {problems.length > 0 && (
        <div>
          <h3>{told('findings-problems', { count: problems.length })}</h3>
          <List of={problems} />
        </div>
      )}
      {gaps.length > 0 && (
        <details>
          <summary>{told('findings-gaps', { count: gaps.length })}</summary>
          <List of={gaps} />
        </details>
      )}
    </div>
  );
}

function List({ of }: { readonly of: readonly ScenarioFinding[] }): ReactNode {
  const text = useText();
  return (
    <ul className="findings">
      {of.map(({ code, place, says }) => (
        <li key={`${code} ${says.en}`} data-finding-code={code}>
          {text(says)}{' '}
          <code className="soft">
            {place.file}:{place.line}
          </code>
        </li>
      ))}
    </ul>
  );
}
