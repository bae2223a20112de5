/** An inject as it reached somebody. */
import type { exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSay } from '../../text/speak.ts';
import { CONTROL, plays, useNames, usePlaying } from '../frame/playing.ts';
import { elapsedInDigits } from '../time.ts';
import { useWording, Wording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { AttachmentLink } from './attachment-link.tsx';
import { Compose } from './compose.tsx';
import { Questionnaire } from './questionnaire.tsx';
import { say } from './words.ts';

export function ReceivedCard({ of }: { readonly of: exercise.Received }): ReactNode {
  const playing = usePlaying();
  const { me, scenario, seen } = playing;
  const told = useSay(say);
  const word = useSay(words);
  const wording = useWording();
  const name = useNames();
  const own = plays(playing);
  const mine = of.acknowledged.includes(me.id);
  const title = wording(of.title);
  const questionnaire =
    of.questionnaire === undefined ? undefined : scenario.questionnaires[of.questionnaire];
  return (
    <article
      className={`received${own && !mine ? ' received-new' : ''}`}
      data-inject={of.inject}
      aria-labelledby={`inject-${of.inject}`}
    >
      <p className="received-line">
        <span className="mono">{of.inject}</span>
        <time>{elapsedInDigits(of.elapsed)}</time>
        <Tag>{word(`method-${of.method}`)}</Tag>
        <span>
          <Wording of={of.from} /> → {of.to.map(name).join(' · ')}
        </span>
      </p>
      <h3 id={`inject-${of.inject}`}>
        <Wording of={of.title} />
      </h3>
      <p className="received-text">
        <Wording of={of.text} />
      </p>
      {of.attachments.length > 0 && (
        <ul className="attachments" aria-label={told('attachments')}>
          {of.attachments.map((attachment, number) => (
            <li key={attachment.file}>
              <AttachmentLink inject={of.inject} number={number} attachment={attachment} />
            </li>
          ))}
        </ul>
      )}
      <p className="soft received-known">
        {of.acknowledged.length === 0
          ? told('acknowledged-nobody')
          : told('acknowledged-by', { names: of.acknowledged.map(name).join(', ') })}
      </p>
      {own && seen.phase !== 'ended' && <Responses of={of} mine={mine} title={title} />}
      {own && questionnaire && <Questionnaire of={questionnaire} />}
    </article>
  );
}

function Responses({
  mine,
  of,
  title,
}: {
  readonly of: exercise.Received;
  readonly mine: boolean;
  readonly title: string;
}): ReactNode {
  const { ask } = usePlaying();
  const told = useSay(say);
  const [writing, setWriting] = useState<'reply' | 'ask'>();
  return (
    <>
      <div className="cluster screen-only">
        {mine ? (
          <Tag mood="good">{told('acknowledged-you')}</Tag>
        ) : (
          <Button
            weight="main"
            aria-label={told('acknowledge-named', { title })}
            onPress={() => void ask({ type: 'acknowledge', inject: of.inject })}
          >
            {told('acknowledge')}
          </Button>
        )}
        <Button onPress={() => setWriting('reply')}>{told('reply')}</Button>
        <Button onPress={() => setWriting('ask')}>{told('ask')}</Button>
      </div>
      {writing && (
        <Compose
          key={writing}
          about={of.inject}
          asks={writing === 'ask'}
          to={CONTROL}
          done={() => setWriting(undefined)}
        />
      )}
    </>
  );
}
