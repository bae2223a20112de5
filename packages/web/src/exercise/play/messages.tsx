/** Messages, the newest first, with the questions that wait for somebody who takes them up. */
import type { exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Condition } from '../../parts/condition.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { CONTROL, controls, plays, useNames, usePlaying, type Playing } from '../frame/playing.ts';
import { elapsedInDigits } from '../time.ts';
import { worded } from '../wording.tsx';
import { say as words } from '../words.ts';
import { Compose } from './compose.tsx';
import { say } from './words.ts';

/** Whether one may write at all. */
export function writes(playing: Playing): boolean {
  return playing.me.role !== 'observer' && playing.seen.phase !== 'ended';
}

export function Messages(): ReactNode {
  const playing = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const { messages } = playing.seen;
  return (
    <div className="room-now">
      {writes(playing) && (
        <section className="panel room-side" aria-labelledby="write-title">
          <h2 id="write-title">{told('write')}</h2>
          <Compose />
          <p className="soft field-hint">{told('unsent-kept')}</p>
        </section>
      )}
      <section className="panel" aria-labelledby="messages-title">
        <h2 id="messages-title">{word('view-messages')}</h2>
        {messages.length === 0 && <Condition sign="∅" title={told('messages-none')} />}
        <ol className="plain-list" aria-live="polite" aria-relevant="additions">
          {messages.toReversed().map((each) => (
            <MessageRow key={each.id} message={each} />
          ))}
        </ol>
      </section>
    </div>
  );
}

/** Whether it was said to somebody for whom one speaks. */
function isForMe({ me }: Playing, { to }: exercise.Message): boolean {
  return to.some((each) =>
    each === CONTROL ? controls({ me }) : plays({ me }) && (each === me.cell || each === me.seat),
  );
}

export function MessageRow({ message }: { readonly message: exercise.Message }): ReactNode {
  const playing = usePlaying();
  const { ask, me, seen } = playing;
  const told = useSay(say);
  const name = useNames();
  const [replying, setReplying] = useState(false);
  const { about, asks, elapsed, from, id, owner, text, to } = message;
  const sender = seen.participants.find((each) => each.id === from);
  const back = sender?.seat ?? sender?.cell ?? CONTROL;
  return (
    <li className="message" data-message={id}>
      <p className="received-line">
        <time>{elapsedInDigits(elapsed)}</time>
        <span>
          <strong>{name(from)}</strong> → {to.map(name).join(' · ')}
        </span>
        {asks && <Tag mood={owner === undefined ? 'partly' : 'good'}>{told('question')}</Tag>}
        {asks && (
          <span className="soft">
            {owner === undefined ? told('no-owner') : told('owner', { name: name(owner) })}
          </span>
        )}
      </p>
      {about !== undefined && <About id={about} />}
      <p className="received-text" lang="">
        {text}
      </p>
      <div className="cluster screen-only">
        {asks && owner === undefined && isForMe(playing, message) && (
          <Button
            aria-label={told('own-named', { text: text.slice(0, 60) })}
            onPress={() => void ask({ type: 'own', message: id })}
          >
            {told('own')}
          </Button>
        )}
        {writes(playing) && from !== me.id && !replying && (
          <Button weight="quiet" onPress={() => setReplying(true)}>
            {told('reply')}
          </Button>
        )}
      </div>
      {replying && <Compose about={id} to={back} done={() => setReplying(false)} />}
    </li>
  );
}

/** To what a message replies, as far as one sees it. */
function About({ id }: { readonly id: string }): ReactNode {
  const { seen } = usePlaying();
  const told = useSay(say);
  const lang = useLang();
  const name = useNames();
  const title =
    seen.inbox.find(({ inject }) => inject === id)?.title ??
    seen.board?.find(({ inject }) => inject.id === id)?.inject.title;
  if (title) return <p className="soft">{told('about-inject', { title: worded(title, lang).text })}</p>;
  const message = seen.messages.find((each) => each.id === id);
  return message ? (
    <p className="soft">
      {told('about-message', { name: name(message.from), text: message.text.slice(0, 80) })}
    </p>
  ) : null;
}
