/** What stands on the record of the exercise's consultations, in the order of time. */
import { actInWords, nameOf, type consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { colourOfActor } from '../../arrangements/parties.ts';
import { PartyTag, Tag } from '../../parts/tag.tsx';
import { TimelineRow } from '../../parts/timeline-row.tsx';
import { useTypeName } from '../../room/course/type-name.ts';
import { useSay, useText } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import type { Moment } from '../judge/records.ts';
import { elapsedInDigits } from '../time.ts';
import { say } from './words.ts';

export function Entries({ cases }: { readonly cases: Moment['cases'] }): ReactNode {
  const told = useSay(say);
  const entries = Object.entries(cases)
    .flatMap(([room, { entries: all }]) => all.map((entry) => ({ room, entry })))
    .toSorted((a, b) => a.entry.command.at - b.entry.command.at);
  if (entries.length === 0) return <p className="soft">{told('replay-none')}</p>;
  return (
    <ol className="timeline">
      {entries.map(({ entry, room }) => (
        <EntryRow key={`${room} ${entry.id}`} entry={entry} />
      ))}
    </ol>
  );
}

function EntryRow({ entry }: { readonly entry: consultation.Entry }): ReactNode {
  const { arrangement, scenario } = usePlaying();
  const told = useSay(say);
  const text = useText();
  const typeName = useTypeName();
  const { act, command, passedOver, standing } = entry;
  return (
    <TimelineRow
      when={elapsedInDigits(command.at - scenario.startex)}
      iso={new Date(command.at).toISOString()}
      mark="●"
    >
      <p>
        <PartyTag colour={'office' in command ? colourOfActor(arrangement, command.office) : undefined}>
          <strong>{text(nameOf(arrangement, command.seat))}</strong>
        </PartyTag>{' '}
        {act ? text(actInWords(arrangement, act)) : typeName(command.type)}{' '}
        {standing === 'departure' && <Tag mood="partly">{told('departure')}</Tag>}
      </p>
      {'text' in command && command.text !== undefined && (
        <p className="received-text" lang="">
          {command.text}
        </p>
      )}
      {passedOver && passedOver.length > 0 && (
        <p className="soft">
          {told('passed-over', { seats: passedOver.map((seat) => nameOf(arrangement, seat)) })}
        </p>
      )}
    </TimelineRow>
  );
}
