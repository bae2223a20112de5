import type { ReactNode } from 'react';
import { Link } from '../place/link.tsx';
import { useSay } from '../text/speak.ts';
import { say } from '../text/words.ts';
import { useSession } from './session.tsx';

/** In the head of every page: who has signed in, or where to. Nothing in a demonstration, in which there are no accounts. */
export function Me(): ReactNode {
  const word = useSay(say);
  const { session } = useSession();
  if (!session || session.demo) return null;
  return session.principal ? (
    <Link to={{ name: 'account' }} className="shell-place">
      {session.principal.name}
    </Link>
  ) : (
    <Link to={{ name: 'sign-in' }} className="shell-place">
      {word('sign-in')}
    </Link>
  );
}
