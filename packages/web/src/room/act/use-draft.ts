/** The draft of a seat in this tab. It outlives a reload, and so does its being sent. */
import { useCallback, useEffect, useState } from 'react';
import type { Acknowledged } from '../../api/cases.ts';
import { send } from '../../api/send.ts';
import { commandOf, type Draft } from './draft.ts';

/** Milliseconds between two attempts. */
const AGAIN = 1500;

function stored(name: string): Draft | undefined {
  const text = sessionStorage.getItem(name);
  return text === null ? undefined : (JSON.parse(text) as Draft);
}

function store(name: string, draft: Draft | undefined): void {
  if (draft) sessionStorage.setItem(name, JSON.stringify(draft));
  else sessionStorage.removeItem(name);
}

interface Drafting {
  readonly draft: Draft | undefined;
  readonly change: (draft: Draft | undefined) => void;
  /** The last attempt was not answered; it is being sent again. */
  readonly waiting: boolean;
}

export function useDraft(path: string, recorded: (as: Acknowledged) => void): Drafting {
  const name = `foedus.draft ${path}`;
  const [draft, setDraft] = useState(() => stored(name));
  const [waiting, setWaiting] = useState(false);
  const change = useCallback(
    (next: Draft | undefined) => {
      store(name, next);
      setDraft(next);
    },
    [name],
  );
  const sending = draft?.sent ? draft : undefined;
  useEffect(() => {
    if (!sending) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wants = true;
    const attempt = async (): Promise<void> => {
      clearTimeout(timer);
      try {
        const answer = await send<Acknowledged>(`${path}/commands`, { json: commandOf(sending) });
        if (!wants) return;
        setWaiting(false);
        if (answer.ok) {
          change(undefined);
          recorded(answer.value);
        } else change({ ...sending, sent: false, refused: answer.told });
      } catch {
        // Whether it was recorded is not known, so it is sent again, under its key: it is recorded once.
        if (!wants) return;
        setWaiting(true);
        timer = setTimeout(() => void attempt(), AGAIN);
      }
    };
    void attempt();
    return () => {
      wants = false;
      clearTimeout(timer);
    };
    // Each draft that is sent has a key of its own, and nothing of it changes on its way.
  }, [path, sending?.key, sending?.sent]);
  return { draft, change, waiting };
}
