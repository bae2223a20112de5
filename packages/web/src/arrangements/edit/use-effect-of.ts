/** What a draft comes to: its errors or, without any, the arrangement that it is and what becomes of the claims. */
import { useEffect, useState } from 'react';
import type { Arrangement, ClaimResult, Fault } from '@foedus/kernel';
import { askWorker } from '../../engine/ask.ts';
import { openAll } from '../../engine/library.ts';
import type { Files } from '../../engine/tasks.ts';

export interface Outcome {
  /** Under which the worker keeps the draft. A new one for each reading, so that nothing that was answered before is taken for new. */
  readonly kept: string;
  readonly faults: readonly Fault[];
  /** The last arrangement that had no errors. */
  readonly arrangement: Arrangement | undefined;
  readonly claims: readonly ClaimResult[] | undefined;
  /** What becomes of the claims as the arrangement was before it was edited. */
  readonly original: readonly ClaimResult[] | undefined;
}

const NOTHING: Outcome = {
  kept: '',
  faults: [],
  arrangement: undefined,
  claims: undefined,
  original: undefined,
};

/** Long enough for a word to be typed to its end. Milliseconds. */
const PAUSE = 250;

/** What comes of reading, as it comes: the arrangement first, the claims when they have been checked. */
async function* read(id: string, version: number, files: Files): AsyncGenerator<Partial<Outcome>> {
  const kept = `draft:${id}:${version}`;
  const found = await askWorker('read', { key: kept, files, replaces: `draft:${id}:` });
  if (!found.ok) {
    yield { faults: found.faults };
    return;
  }
  yield { kept, faults: [], arrangement: found.value, claims: undefined };
  await openAll();
  const claims = await askWorker('claims', { key: kept });
  const original = await askWorker('claims', { key: id });
  yield claims.ok && original.ok
    ? { claims: claims.value, original: original.value }
    : { faults: claims.ok ? [] : claims.faults };
}

export function useEffectOf(id: string, files: Files): Outcome | undefined {
  const [outcome, setOutcome] = useState<Outcome>();
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let wanted = true;
    const work = async (): Promise<void> => {
      const next = version + 1;
      setVersion(next);
      for await (const found of read(id, next, files)) {
        if (!wanted) return;
        setOutcome((before) => ({ ...NOTHING, ...before, ...found }));
      }
    };
    const timer = setTimeout(() => void work(), PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // The version only names what was read: a new one is no reason to read again.
  }, [id, files]);
  return outcome;
}
