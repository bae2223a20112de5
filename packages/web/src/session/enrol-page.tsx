/** Taking up an invitation: its secret stands after the # of the link, so that it is in nobody's log. */
import { useEffect, useState, type ReactNode } from 'react';
import { departToProvider, enrol, invited, type Invited } from '../api/accounts.ts';
import { Button } from '../parts/button.tsx';
import { Condition } from '../parts/condition.tsx';
import { Field } from '../parts/field.tsx';
import { pathOf } from '../place/place.ts';
import { go, usePlace } from '../place/travel.ts';
import { useSay } from '../text/speak.ts';
import { say as words } from '../text/words.ts';
import { Attempted, useAttempt } from './attempt.tsx';
import { useSession } from './session.tsx';
import { say } from './words.ts';

/** Read once: going to another language leaves what stands after the # behind. */
const invitation = location.hash.slice(1);

export default function EnrolPage(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const place = usePlace();
  const { session, refresh } = useSession();
  const { attempt, state } = useAttempt();
  const [account, setAccount] = useState<Invited>();
  const [wished, setLabel] = useState<string>();
  const title = told('enrol');
  const label = wished ?? told('label-usual');
  useEffect(() => {
    // The link has no language; the page has, and is found again under it.
    if (!location.pathname.startsWith(`/${place.lang}/`))
      history.replaceState(null, '', pathOf(place) + location.hash);
    if (invitation !== '') attempt(() => invited(invitation), setAccount);
    // Asked for once, whatever is done on the page.
  }, []);
  const done = (): void => {
    refresh();
    go({ ...place, page: { name: 'consultations' }, query: '' }, 'replace');
  };
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      {invitation === '' && <Condition sign="∅" title={told('enrol-nothing')} />}
      {account && (
        <>
          <p>{told('enrol-hello', { name: account.account.name })}</p>
          <Field label={told('label')} value={label} onChange={setLabel} maxLength={100} />
          <div className="cluster">
            <Button
              weight="main"
              isDisabled={state === 'busy' || label.trim() === ''}
              onPress={() => attempt(() => enrol(invitation, account, label.trim()), done)}
            >
              {told('enrol-passkey')}
            </Button>
            {session?.signIn.includes('oidc') && (
              <Button
                isDisabled={state === 'busy'}
                onPress={() =>
                  attempt(
                    () => departToProvider(invitation),
                    ({ url }) => location.assign(url),
                  )
                }
              >
                {told('enrol-oidc')}
              </Button>
            )}
          </div>
        </>
      )}
      <Attempted state={state} />
    </div>
  );
}
