/** What one holds, what one signs in with, and where one is signed in. */
import type { ReactNode } from 'react';
import { addPasskey, endSession, myPasskeys, mySessions, removePasskey } from '../api/accounts.ts';
import { signOut } from '../api/session.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Button } from '../parts/button.tsx';
import { Failure, Loading } from '../parts/condition.tsx';
import { Table } from '../parts/table.tsx';
import { Tag } from '../parts/tag.tsx';
import { go, usePlace } from '../place/travel.ts';
import { useLang, useSay } from '../text/speak.ts';
import { moment } from '../text/time.ts';
import { say as words } from '../text/words.ts';
import { Attempted, useAttempt } from './attempt.tsx';
import { Roles } from './roles.tsx';
import { useSession } from './session.tsx';
import { say } from './words.ts';

export default function AccountPage(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const place = usePlace();
  const { session, refresh } = useSession();
  const { attempt, state } = useAttempt();
  const title = told('account');
  if (!session) return <Loading />;
  if (!session.principal) return <Failure problem="not-signed-in" />;
  const { name, roles } = session.principal;
  const left = (): void => {
    refresh();
    go({ ...place, page: { name: 'sign-in' }, query: '' });
  };
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{session.demo ? title : name}</h1>
      {session.demo ? (
        <p>{told('demo-no-accounts')}</p>
      ) : (
        <>
          <h2>{told('roles')}</h2>
          <Roles roles={roles} />
          <Passkeys />
          <Sessions />
          <p>
            <Button onPress={() => attempt(signOut, left)}>{told('sign-out')}</Button>
          </p>
          <Attempted state={state} />
        </>
      )}
    </div>
  );
}

function Passkeys(): ReactNode {
  const told = useSay(say);
  const lang = useLang();
  const { attempt, state } = useAttempt();
  const [loaded, again] = useLoaded('passkeys', myPasskeys);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  return (
    <>
      <h2>{told('passkeys')}</h2>
      <Table caption={told('passkeys')} quiet heads={[told('label'), told('created'), told('used'), '']}>
        {loaded.value.map(({ created, id, label, used }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>{moment(created, lang)}</td>
            <td>{used === null ? told('never') : moment(used, lang)}</td>
            <td>
              <Button
                weight="quiet"
                aria-label={told('remove-named', { label })}
                isDisabled={loaded.value.length < 2}
                onPress={() => attempt(() => removePasskey(id), again)}
              >
                {told('remove')}
              </Button>
            </td>
          </tr>
        ))}
      </Table>
      <p>
        <Button onPress={() => attempt(() => addPasskey(told('label-usual')), again)}>
          {told('add-passkey')}
        </Button>
      </p>
      <Attempted state={state} />
    </>
  );
}

function Sessions(): ReactNode {
  const told = useSay(say);
  const lang = useLang();
  const { attempt, state } = useAttempt();
  const [loaded, again] = useLoaded('sessions', mySessions);
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  return (
    <>
      <h2>{told('sessions')}</h2>
      <Table caption={told('sessions')} quiet heads={[told('browser'), told('created'), told('seen'), '']}>
        {loaded.value.map(({ agent, created, current, id, seen }) => (
          <tr key={id}>
            <th scope="row">
              <span lang="en">{agent}</span> {current && <Tag mood="good">{told('this-one')}</Tag>}
            </th>
            <td>{moment(created, lang)}</td>
            <td>{moment(seen, lang)}</td>
            <td>
              {!current && (
                <Button
                  weight="quiet"
                  aria-label={told('end-session', { agent })}
                  onPress={() => attempt(() => endSession(id), again)}
                >
                  {told('end')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <Attempted state={state} />
    </>
  );
}
