/** Joining an exercise: the code, which stands after the # of a link so that it is in nobody's log, and a name. */
import { useEffect, useState, type ReactNode } from 'react';
import { join } from '../../api/exercises.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { pathOf } from '../../place/place.ts';
import { go, usePlace } from '../../place/travel.ts';
import { Attempted, useAttempt } from '../../session/attempt.tsx';
import { useSession } from '../../session/session.tsx';
import { useSay } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { say } from './words.ts';

/** Read once: going to another language leaves what stands after the # behind. */
const given = decodeURIComponent(location.hash.slice(1));

export default function JoinPage(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const place = usePlace();
  const { refresh } = useSession();
  const { attempt, state } = useAttempt();
  const [code, setCode] = useState(given);
  const [name, setName] = useState('');
  const title = told('join-title');
  useEffect(() => {
    // The link has no language; the page has, and is found again under it.
    if (!location.pathname.startsWith(`/${place.lang}/`))
      history.replaceState(null, '', pathOf(place) + location.hash);
    // Once, whatever is done on the page.
  }, []);
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      <p className="soft">{told('join-lead')}</p>
      <form
        className="join stack"
        onSubmit={(event) => {
          event.preventDefault();
          attempt(
            () => join(code.trim(), name.trim()),
            ({ exercise: id, participant }) => {
              refresh();
              go({ ...place, page: { name: 'playing', id, as: participant.id }, query: '' }, 'replace');
            },
          );
        }}
      >
        <Field
          label={told('join-code')}
          value={code}
          onChange={setCode}
          autoComplete="off"
          spellCheck="false"
          maxLength={64}
          autoFocus={given === ''}
        />
        <Field
          label={told('join-name')}
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={100}
          autoFocus={given !== ''}
        />
        <div>
          <Button
            type="submit"
            weight="main"
            isDisabled={state === 'busy' || code.trim() === '' || name.trim() === ''}
          >
            {told('join-do')}
          </Button>
        </div>
        <Attempted state={state} />
      </form>
    </div>
  );
}
