/** Which items this browser has proved to be in the record. */
import type { consultation } from '@foedus/kernel';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { tell } from '../parts/toast.tsx';
import { useSay } from '../text/speak.ts';
import { proveItem } from './ask.ts';
import type { ItemProved } from './tasks.ts';
import { say } from './words.ts';

interface Proofs {
  readonly of: (id: string) => ItemProved | undefined;
  readonly busy: (id: string) => boolean;
  readonly prove: (item: consultation.SeenEntry) => Promise<void>;
}

const ProofsContext = createContext<Proofs | undefined>(undefined);

/** INVARIANT: asked within a room only. */
export function useProofs(): Proofs {
  return use(ProofsContext)!;
}

export function ProofsProvider({
  path,
  children,
}: {
  readonly path: string;
  readonly children: ReactNode;
}): ReactNode {
  const told = useSay(say);
  const [proved, setProved] = useState<ReadonlyMap<string, ItemProved>>(new Map());
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const prove = useCallback(
    async ({ command, id }: consultation.SeenEntry) => {
      setBusy((before) => new Set([...before, id]));
      try {
        const found = await proveItem({ path, id, command });
        setProved((before) => new Map([...before, [id, found]]));
      } catch {
        tell(told('not-checked'));
      } finally {
        setBusy((before) => new Set([...before].filter((each) => each !== id)));
      }
    },
    // The language changes what is told of a failure, and nothing else.
    [path],
  );
  const proofs = useMemo(
    (): Proofs => ({ of: (id) => proved.get(id), busy: (id) => busy.has(id), prove }),
    [proved, busy, prove],
  );
  return <ProofsContext value={proofs}>{children}</ProofsContext>;
}
