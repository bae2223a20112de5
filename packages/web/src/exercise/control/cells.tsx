/** What each cell sees: what has reached it, who sits in it, and what it has written and was written. */
import type { exercise } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Condition } from '../../parts/condition.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { useSay } from '../../text/speak.ts';
import { useNames, usePlaying } from '../frame/playing.ts';
import { MessageRow } from '../play/messages.tsx';
import { ReceivedCard } from '../play/received.tsx';
import { useQuery } from '../query.ts';
import { say as words } from '../words.ts';
import { useWording } from '../wording.tsx';
import { Behind } from './behind.tsx';
import { addressesOf } from './filtering.ts';
import { say } from './words.ts';

/** An inject as it reached a cell; nothing where it has not been sent. */
function receivedOf({ acknowledged, inject, sent }: exercise.InjectState): readonly exercise.Received[] {
  if (!sent) return [];
  const { attachments, from, id, method, questionnaire, text, title, to } = inject;
  return [
    {
      inject: id,
      method,
      from,
      to,
      title,
      text,
      attachments,
      ...(questionnaire === undefined ? {} : { questionnaire }),
      at: sent.at,
      elapsed: sent.elapsed,
      acknowledged: acknowledged.map(({ by }) => by),
    },
  ];
}

export function Cells(): ReactNode {
  const { scenario, seen } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const wording = useWording();
  const name = useNames();
  const [looking, look] = useQuery();
  const cells = Object.values(scenario.cells);
  const chosen = cells.find(({ id }) => id === looking['cell']) ?? cells[0];
  if (!chosen) return null;
  const addresses = addressesOf(scenario, chosen.id);
  const isTheirs = (to: readonly string[]): boolean => to.some((each) => addresses.includes(each));
  const members = seen.participants.filter(({ cell }) => cell === chosen.id);
  const received = (seen.board ?? [])
    .filter(({ inject }) => isTheirs(inject.to))
    .flatMap(receivedOf)
    .toSorted((a, b) => b.elapsed - a.elapsed);
  const messages = seen.messages.filter(
    ({ from, to }) => isTheirs(to) || members.some(({ id }) => id === from),
  );
  return (
    <div className="control-now">
      <section className="panel stack" aria-labelledby="sees-title">
        <div className="panel-head">
          <h2 id="sees-title">{told('cell-sees')}</h2>
          <Segmented
            label={told('cell')}
            chosen={chosen.id}
            onChoose={(cell) => look({ cell })}
            choices={cells.map(({ id, name: called }) => ({ id, label: wording(called) }))}
          />
        </div>
        {received.length === 0 && <Condition sign="∅" title={told('rows-none')} />}
        {received.map((each) => (
          <ReceivedCard key={each.inject} of={each} />
        ))}
      </section>
      <div className="stack">
        <section className="panel" aria-labelledby="members-title">
          <h2 id="members-title">{told('cell-members')}</h2>
          {members.length === 0 ? (
            <p className="soft">{told('cell-empty')}</p>
          ) : (
            <ul className="plain-list">
              {members.map(({ id, name: called, seat }) => (
                <li key={id}>
                  {called} {seat !== undefined && <span className="soft">{name(seat)}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
        <Behind />
        <section className="panel" aria-labelledby="cell-messages-title">
          <h2 id="cell-messages-title">{word('view-messages')}</h2>
          <ol className="plain-list">
            {messages.toReversed().map((each) => (
              <MessageRow key={each.id} message={each} />
            ))}
          </ol>
        </section>
      </div>
    </div>
  );
}
