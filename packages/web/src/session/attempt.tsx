/** Something that the server, or the device with its passkey, may refuse. */
import { useState, type ReactNode } from 'react';
import { Trouble } from '../api/problem.ts';
import type { Answer, Told } from '../api/send.ts';
import { Refused } from '../parts/refused.tsx';
import { useSay } from '../text/speak.ts';
import { say } from './words.ts';

export type Attempt = 'no' | 'busy' | 'device-refused' | 'no-answer' | { readonly told: Told };

interface Attempting {
  readonly state: Attempt;
  readonly attempt: <T>(work: () => Promise<Answer<T>>, done: (value: T) => void) => void;
}

export function useAttempt(): Attempting {
  const [state, setState] = useState<Attempt>('no');
  const run = async <T,>(work: () => Promise<Answer<T>>, done: (value: T) => void): Promise<void> => {
    setState('busy');
    try {
      const answer = await work();
      setState(answer.ok ? 'no' : { told: answer.told });
      if (answer.ok) done(answer.value);
    } catch (thrown) {
      // What is no trouble with the server was the device, or its person, saying no.
      setState(thrown instanceof Trouble ? 'no-answer' : 'device-refused');
    }
  };
  return { state, attempt: (work, done) => void run(work, done) };
}

export function Attempted({ state }: { readonly state: Attempt }): ReactNode {
  const told = useSay(say);
  if (state === 'no' || state === 'busy') return null;
  return typeof state === 'object' ? (
    <Refused told={state.told} />
  ) : (
    <p role="alert" className="field-wrong">
      {told(state)}
    </p>
  );
}
