/** One item on the record: who, what, to whom it may be shown, how it stands and what can be said about it. */
import { actInWords, circumstanceInWords, entry, nameOf, type consultation } from '@foedus/kernel';
import { colourOf } from '@foedus/kernel/drawing';
import { memo, type ReactNode } from 'react';
import { KindTag, PartyTag, Tag } from '../../parts/tag.tsx';
import { TimelineRow } from '../../parts/timeline-row.tsx';
import { ItemProof } from '../../record/item-proof.tsx';
import { useLang, useSay, useText } from '../../text/speak.ts';
import { timeInCourse } from '../../text/time.ts';
import type { Draft } from '../act/draft.ts';
import { DocumentLink } from '../documents/document-link.tsx';
import { Grounds } from '../grounds.tsx';
import { partiesOfSeat, useSetting } from '../room.ts';
import { say } from '../words.ts';
import { ItemName } from './item-name.tsx';
import { isKind } from './kinds.ts';
import { MarkingLine } from './marking-line.tsx';
import { Respond } from './respond.tsx';

/** Drawn anew only when something about it changes: a course may be long. */
export const ItemRow = memo(function ItemRow({
  item,
  begin,
}: {
  readonly item: consultation.SeenEntry;
  readonly begin: ((draft: Draft) => void) | undefined;
}): ReactNode {
  const setting = useSetting();
  const told = useSay(say);
  const text = useText();
  const lang = useLang();
  const { arrangement, seat } = setting;
  const { command, id, number, passedOver, recalled, rules = [], silences, standing, takenBack } = item;
  const parties = partiesOfSeat(setting, command.seat);
  const [party, ...others] = parties;
  const colour = party === undefined || others.length > 0 ? undefined : colourOf(arrangement, party);
  const grounds = rules.flatMap((rule) => {
    const found = entry(arrangement, rule);
    return found ? [{ rule, name: found.name, status: found.status, sources: found.sources }] : [];
  });
  return (
    <TimelineRow
      when={timeInCourse(command.at, lang)}
      iso={new Date(command.at).toISOString()}
      mark={<span className={`party-mark party-${colour ?? 'joint'}`} aria-hidden="true" />}
    >
      <article
        className={`item${recalled || takenBack ? ' item-undone' : ''}`}
        id={`item-${number}`}
        aria-label={told('item-number', { number })}
      >
        <div className="item-head">
          <span className="item-number">{number}</span>
          <PartyTag colour={colour}>
            <strong>{text(nameOf(arrangement, command.seat))}</strong>
          </PartyTag>
          {isKind(command.type) && <KindTag kind={command.type} />}
          <span className="item-name">
            <ItemName item={item} />
          </span>
          {standing === 'departure' && <Tag mood="partly">{told('standing-departure')}</Tag>}
          {takenBack && <Tag mood="bad">{told('taken-back')}</Tag>}
          {recalled && <Tag mood="bad">{told('recalled')}</Tag>}
          {begin && seat !== undefined && <Respond item={item} seat={seat} begin={begin} />}
        </div>
        {'departure' in command && command.departure !== undefined && (
          <p className="item-departure">
            {told('departed-because', { reason: command.departure })}{' '}
            {passedOver && passedOver.length > 0 && (
              <span className="soft">
                {told('passed-over', { seats: passedOver.map((seat) => nameOf(arrangement, seat)) })}
              </span>
            )}
          </p>
        )}
        {'title' in command && <p>{command.title}</p>}
        {'reason' in command && <p>{command.reason}</p>}
        {/* What people wrote is in the language in which they wrote it. */}
        {'text' in command && command.text !== undefined && (
          <p className="item-text" lang="">
            {command.text}
          </p>
        )}
        {'document' in command && command.document && <DocumentLink document={command.document} />}
        {'relyingOn' in command && command.relyingOn && (
          <p className="item-relies">
            {told('relies-on')}{' '}
            {text(
              circumstanceInWords(arrangement, {
                readings: {},
                unknowns: {},
                conditions: {},
                ...command.relyingOn,
              }),
            )}
          </p>
        )}
        {silences?.map(({ act, state }) => (
          <p key={act.by} className="item-silence">
            <Tag mood={state === 'broken' ? 'bad' : state === 'given' ? 'good' : 'neutral'}>
              {told(`silence-${state}`)}
            </Tag>{' '}
            {text(actInWords(arrangement, act))}
          </p>
        ))}
        {grounds.length > 0 && (
          <details className="item-rules">
            <summary>{told('rests-on', { count: grounds.length })}</summary>
            <Grounds grounds={grounds} />
          </details>
        )}
        <div className="item-foot">
          <MarkingLine item={item} />
          <ItemProof key={id} item={item} />
        </div>
      </article>
    </TimelineRow>
  );
});
