import type { ReactNode } from 'react';
import type { Told } from '../api/send.ts';

/** What the server would not do: what was wrong, what was expected, what to do. */
export function Refused({
  told,
  children,
}: {
  readonly told: Told;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className="refused" role="alert">
      <p className="refused-title">{told.title}</p>
      <p className="soft">
        {told.expected} {told.todo}
      </p>
      {children}
    </div>
  );
}
