import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { Link } from '../place/link.tsx';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';

interface Props {
  readonly sign: string;
  readonly title: string;
  readonly children?: ReactNode;
}

/** What stands where nothing else can: there is nothing, it is not there yet, or it can not be had; and what to do. */
export function Condition({ sign, title, children }: Props): ReactNode {
  return (
    <div className="condition">
      <span className="condition-sign" aria-hidden="true">
        {sign}
      </span>
      <p className="condition-title">{title}</p>
      {children}
    </div>
  );
}

export function Loading(): ReactNode {
  const word = useSay(say);
  return (
    <div className="condition loading" role="status">
      <span className="loading-bar" aria-hidden="true" />
      <p>{word('loading')}</p>
    </div>
  );
}

const SIGNS: Readonly<Record<Problem, string>> = {
  offline: '⇎',
  'not-found': '∅',
  'not-signed-in': '⊘',
  'no-permission': '⊘',
  failed: '!',
};

export function Failure({
  problem,
  again,
}: {
  readonly problem: Problem;
  readonly again?: () => void;
}): ReactNode {
  const word = useSay(say);
  return (
    <div role="alert">
      <Condition sign={SIGNS[problem]} title={word(`problem-${problem}`)}>
        <p className="soft">{word(`problem-${problem}-help`)}</p>
        {problem === 'not-signed-in' && <Link to={{ name: 'sign-in' }}>{word('sign-in')}</Link>}
        {again && (
          <button type="button" className="button button-plain" onClick={again}>
            {word('try-again')}
          </button>
        )}
      </Condition>
    </div>
  );
}
