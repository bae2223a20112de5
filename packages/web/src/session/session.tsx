/** Who one is, for every page. */
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { session, type Session } from '../api/session.ts';
import { useLoaded } from '../api/use-loaded.ts';

interface Known {
  /** `undefined`: not known yet, or nobody could be asked. */
  readonly session: Session | undefined;
  /** Asks again: somebody has signed in or out. */
  readonly refresh: () => void;
}

const SessionContext = createContext<Known>({ session: undefined, refresh: () => undefined });

export function useSession(): Known {
  return use(SessionContext);
}

export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [loaded, refresh] = useLoaded('session', session);
  const failed = loaded.state === 'failed';
  useEffect(() => {
    if (!failed) return undefined;
    addEventListener('online', refresh);
    return () => removeEventListener('online', refresh);
  }, [failed, refresh]);
  const found = loaded.state === 'ready' ? loaded.value : undefined;
  const known = useMemo(() => ({ session: found, refresh }), [found, refresh]);
  return <SessionContext value={known}>{children}</SessionContext>;
}
