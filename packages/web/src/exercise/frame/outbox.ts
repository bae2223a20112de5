/** What somebody asks of an exercise: sent until it is answered, under a key by which it is done once. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Asked } from '../../api/exercises.ts';
import { send, type Told } from '../../api/send.ts';

/** Milliseconds between two attempts. */
const AGAIN = 1500;

export interface Outbox {
  /** Whether it was done; what speaks against it stands in `refused`. Also `false`: the page was left before the answer came. */
  readonly ask: (asked: Asked) => Promise<boolean>;
  /** An attempt was not answered; it is being sent again. */
  readonly waiting: boolean;
  readonly refused: Told | undefined;
  readonly dismiss: () => void;
}

export function useOutbox(path: string): Outbox {
  const [unanswered, setUnanswered] = useState(0);
  const [refused, setRefused] = useState<Told>();
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, [path]);
  const ask = useCallback(
    async (asked: Asked): Promise<boolean> => {
      const json = { ...asked, key: crypto.randomUUID() };
      setRefused(undefined);
      let again = false;
      while (!left.current) {
        try {
          const answer = await send<unknown>(`${path}/commands`, { json });
          if (again) setUnanswered((count) => count - 1);
          if (!answer.ok) setRefused(answer.told);
          return answer.ok;
        } catch {
          if (!again) setUnanswered((count) => count + 1);
          again = true;
          await new Promise((resolve) => setTimeout(resolve, AGAIN));
        }
      }
      return false;
    },
    [path],
  );
  const dismiss = useCallback(() => setRefused(undefined), []);
  return { ask, waiting: unanswered > 0, refused, dismiss };
}
