/** Notices. What shows them is loaded with the first one. */
import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react';
import type * as Notices from './toast-region.tsx';

const load = (): Promise<typeof Notices> => import('./toast-region.tsx');
const Region = lazy(load);

/** Long enough to be read twice. Milliseconds. */
const SHOWN = 8000;

let told = false;
const waiting = new Set<() => void>();

function subscribe(wake: () => void): () => void {
  waiting.add(wake);
  return () => waiting.delete(wake);
}

/** Tells something that happened and asks for nothing. */
export function tell(message: string): void {
  told = true;
  for (const wake of waiting) wake();
  void load().then(({ queue }) => queue.add(message, { timeout: SHOWN }));
}

export function Toasts(): ReactNode {
  const shown = useSyncExternalStore(subscribe, () => told);
  return (
    shown && (
      <Suspense>
        <Region />
      </Suspense>
    )
  );
}
