import { describeFault, type Fault } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useText } from '../../text/speak.ts';

/** Errors with their places; a click on a place goes there. */
export function FaultList({
  faults,
  onGo,
}: {
  readonly faults: readonly Fault[];
  readonly onGo: (fault: Fault) => void;
}): ReactNode {
  const text = useText();
  return (
    <ul className="faults" role="alert">
      {faults.map((fault) => (
        <li key={JSON.stringify(fault)}>
          <button type="button" className="cite" onClick={() => onGo(fault)}>
            {fault.place.file}:{fault.place.line}:{fault.place.column}
          </button>{' '}
          {text(describeFault(fault))}
        </li>
      ))}
    </ul>
  );
}
