/** Something that takes a while: it is loading, it failed, or it is there. */
import { useCallback, useEffect, useState } from 'react';
import { problemOf, type Loaded } from './problem.ts';

const LOADING = { state: 'loading' } as const;

/** Loads what `key` names, anew when the key changes or when asked to try again. What comes too late for its key is dropped. */
export function useLoaded<T>(
  key: string,
  load: () => Promise<T>,
): readonly [loaded: Loaded<T>, again: () => void] {
  const [attempt, setAttempt] = useState(0);
  const wanted = `${attempt} ${key}`;
  const [{ has, loaded }, settle] = useState<{ has: string; loaded: Loaded<T> }>({
    has: '',
    loaded: LOADING,
  });
  useEffect(() => {
    let wants = true;
    const finish = (found: Loaded<T>): void => {
      if (wants) settle({ has: wanted, loaded: found });
    };
    load().then(
      (value) => finish({ state: 'ready', value }),
      (thrown: unknown) => finish({ state: 'failed', problem: problemOf(thrown) }),
    );
    return () => {
      wants = false;
    };
    // `load` is what the key names: a new closure of the same key loads nothing anew.
  }, [wanted]);
  const again = useCallback(() => setAttempt((before) => before + 1), []);
  return [has === wanted ? loaded : LOADING, again];
}
