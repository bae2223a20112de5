/** Signing in: with a passkey or through the identity provider. */
import { useState, type ReactNode } from 'react';
import { departToProvider, signInWithPasskey } from '../api/accounts.ts';
import { Loading } from '../parts/condition.tsx';
import { Button } from '../parts/button.tsx';
import { go, usePlace } from '../place/travel.ts';
import { useSay } from '../text/speak.ts';
import { say as words } from '../text/words.ts';
import { Attempted, useAttempt } from './attempt.tsx';
import { useSession } from './session.tsx';
import { say } from './words.ts';

export default function SignInPage(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const { lang, query } = usePlace();
  const { session, refresh } = useSession();
  const { attempt, state } = useAttempt();
  const [failed] = useState(() => new URLSearchParams(query).get('problem'));
  const title = told('sign-in');
  if (!session) return <Loading />;
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      {session.demo ? (
        <p>{told('demo-no-accounts')}</p>
      ) : (
        <>
          <p className="soft">{told('sign-in-help')}</p>
          {failed !== null && (
            <p role="alert" className="field-wrong">
              {told('oidc-failed', { code: failed })}
            </p>
          )}
          <div className="cluster">
            <Button
              weight="main"
              isDisabled={state === 'busy'}
              onPress={() =>
                attempt(signInWithPasskey, () => {
                  refresh();
                  go({ lang, page: { name: 'consultations' }, query: '' });
                })
              }
            >
              {told('with-passkey')}
            </Button>
            {session.signIn.includes('oidc') && (
              <Button
                isDisabled={state === 'busy'}
                onPress={() => attempt(departToProvider, ({ url }) => location.assign(url))}
              >
                {told('with-oidc')}
              </Button>
            )}
          </div>
          <Attempted state={state} />
        </>
      )}
    </div>
  );
}
