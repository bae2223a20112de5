import type { ReactNode } from 'react';
import type { ScenarioFinding } from '../../api/exercises.ts';
import { useSay, useText } from '../../text/speak.ts';
import { say } from './words.ts';

/** What is found out about a scenario before it is played, like beside like. */
export function Findings({ of }: { readonly of: readonly ScenarioFinding[] }): ReactNode {
  const told = useSay(say);
  const text = useText();
  if (of.length === 0) return <p>{told('findings-none')}</p>;
  return (
    <ul className="findings">
      {[...Map.groupBy(of, ({ code }) => code)].map(([code, found]) => (
        <li key={code}>
          <code>{code}</code>
          <ul>
            {found.map(({ says }) => (
              <li key={says.en}>{text(says)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
