/** Who is awaited, and until when: silences that run, answers asked for, duties owed after an act. */
import { actInWords, consultation, nameOf } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Clock } from '../../parts/clock.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useLang, useSay, useText } from '../../text/speak.ts';
import { moment } from '../../text/time.ts';
import { isAddressed } from '../course/responses.ts';
import { useNow } from '../../live/use-now.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';

export function WhoIsAwaited(): ReactNode {
  const { shown } = useRoom();
  const told = useSay(say);
  return (
    <section className="panel" aria-labelledby="awaited-title">
      <h2 id="awaited-title">{told('awaited')}</h2>
      {shown.due.length === 0 ? (
        <p className="soft">{told('awaited-nobody')}</p>
      ) : (
        <ul className="dues">
          {shown.due.map((due) => (
            <DueRow key={`${due.what} ${due.of} ${due.act?.by ?? ''}`} due={due} />
          ))}
        </ul>
      )}
    </section>
  );
}

function DueRow({ due }: { readonly due: consultation.Due }): ReactNode {
  const room = useRoom();
  const now = useNow(room.ahead);
  const told = useSay(say);
  const text = useText();
  const lang = useLang();
  const { arrangement, seat, shown } = room;
  const { act, from, held, of, until, what } = due;
  const item = what === 'duty' ? undefined : room.items.get(of);
  const inScenario = shown.case.zones?.scenario === 'clock';
  const isMine = seat !== undefined && isAddressed(room, seat, from);
  return (
    <li className="due">
      <p>
        <span className="due-who">{text(nameOf(arrangement, from))}</span>{' '}
        {isMine && <Tag mood="good">{told('yours')}</Tag>}
      </p>
      <p>
        {told(`due-${what}`, {
          number: item?.number ?? 0,
          what: act ? actInWords(arrangement, act) : nameOf(arrangement, of),
          duty: nameOf(arrangement, of),
        })}
      </p>
      {until === null ? (
        <p className="soft">
          {told(held ? 'silence-held' : shown.phase === 'adjourned' ? 'clock-stands' : 'no-time-set')}
        </p>
      ) : (
        <p className="due-until">
          <Clock left={Math.ceil((until - now) / 1000)} />{' '}
          <span className="soft">
            {told(inScenario ? 'until-scenario' : 'until', { when: moment(until, lang) })}
          </span>
          {consultation
            .localTimes(arrangement, shown.case, shown.viewer, until, lang)
            .map(({ of: clock, text: time, zone }) => (
              <span key={`${clock} ${zone}`} className="soft">
                {' · '}
                {clock === 'scenario' && told('scenario-time')} {time}
              </span>
            ))}
        </p>
      )}
    </li>
  );
}
