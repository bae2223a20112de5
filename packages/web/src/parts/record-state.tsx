import type { ReactNode } from 'react';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';

/** `pending`: on its way into the record. `recorded`: in it. `verified`: this browser has checked the proof. `broken`: the proof does not hold. */
export type RecordState = 'pending' | 'recorded' | 'verified' | 'broken';

const SIGN: Readonly<Record<RecordState, string>> = {
  pending: '◌',
  recorded: '◍',
  verified: '◉',
  broken: '✕',
};

export function RecordStateTag({ state }: { readonly state: RecordState }): ReactNode {
  const word = useSay(say);
  return (
    <span className={`record-state record-${state}`}>
      <span aria-hidden="true">{SIGN[state]}</span> {word(`record-${state}`)}
    </span>
  );
}
