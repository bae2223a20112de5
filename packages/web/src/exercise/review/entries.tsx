/** What stands on the record of the exercise's consultations, in the order of time. */
import { colourOfActor } from '@foedus/kernel/drawing';
import { nameOf, type consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { PartyTag, Tag } from '../../parts/tag.tsx';
import { TimelineRow } from '../../parts/timeline-row.tsx';
import { commandInWords } from '../../room/course/command-words.ts';
import { useSay, useText } from '../../text/speak.ts';
import { useNames, usePlaying } from '../frame/playing.ts';
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
  const name = useNames();
  const { command, passedOver, standing } = entry;
  return (
    <TimelineRow
      when={elapsedInDigits(command.at - scenario.startex)}
      iso={new Date(command.at).toISOString()}
    >
      <p>
        <PartyTag colour={'office' in command ? colourOfActor(arrangement, command.office) : undefined}>
          <strong>{name(command.seat)}</strong>
        </PartyTag>{' '}
        {text(commandInWords(arrangement, command, false))}{' '}
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
