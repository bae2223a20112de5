/** One inject, whole, and what a controller can do with it. */
import { durationInWords, type exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { useNames, usePlaying } from '../frame/playing.ts';
import { AttachmentLink } from '../play/attachment-link.tsx';
import { elapsedInDigits } from '../time.ts';
import { Wording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { STATE_MOODS, useDue } from './board-table.tsx';
import { effectInWords } from './effect-words.ts';
import { InjectDialog } from './inject-dialog.tsx';
import { VerdictTag } from '../judge/verdict-tag.tsx';
import { say } from './words.ts';

export function InjectDetail({
  close,
  of,
}: {
  readonly of: exercise.InjectState;
  readonly close: () => void;
}): ReactNode {
  const { arrangement, seen } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const text = useText();
  const name = useNames();
  const due = useDue();
  const { acknowledged, inject, sent, state, tested } = of;
  return (
    <section className="panel inject-detail stack" aria-labelledby="detail-title" data-detail={inject.id}>
      <div className="panel-head">
        <h2 id="detail-title">
          <span className="mono">{inject.id}</span> <Wording of={inject.title} />
        </h2>
        <Button sign weight="quiet" aria-label={told('close-detail', { serial: inject.id })} onPress={close}>
          ×
        </Button>
      </div>
      <p className="received-line">
        <Tag mood={STATE_MOODS[state]}>{word(`state-${state}`)}</Tag>
        {tested && <Tag>{told('tested')}</Tag>}
        <span>
          {sent
            ? told('sent-at', { time: elapsedInDigits(sent.elapsed), by: told(`by-${sent.by}`) })
            : due(of)}
        </span>
        <Tag>{word(`kind-${inject.kind}`)}</Tag>
        <Tag>{word(`method-${inject.method}`)}</Tag>
      </p>
      <Actions of={of} />
      <p>
        <Wording of={inject.from} /> → {inject.to.map(name).join(' · ')}
      </p>
      <p className="received-text">
        <Wording of={inject.text} />
      </p>
      {inject.attachments.map((attachment, number) => (
        <p key={attachment.file}>
          <AttachmentLink inject={inject.id} number={number} attachment={attachment} />
        </p>
      ))}
      <dl className="facts">
        {inject.expected.length > 0 && (
          <div>
            <dt>{told('expectations')}</dt>
            {inject.expected.map(({ id, says, within }) => (
              <dd key={id}>
                <VerdictTag verdict={seen.judging?.verdicts[id]} /> <Wording of={says} />{' '}
                {within !== undefined && (
                  <span className="soft">{told('within', { span: durationInWords(within) })}</span>
                )}
              </dd>
            ))}
          </div>
        )}
        {inject.effects.length > 0 && (
          <div>
            <dt>{told('effects')}</dt>
            {inject.effects.map((effect, index) => (
              // An inject's changes are in the order of the list.
              <dd key={index}>{text(effectInWords(arrangement, effect))}</dd>
            ))}
          </div>
        )}
        {inject.notes && (
          <div>
            <dt>{told('notes')}</dt>
            <dd>
              <Wording of={inject.notes} />
            </dd>
          </div>
        )}
        {inject.controller !== undefined && (
          <div>
            <dt>{told('controller')}</dt>
            <dd>{name(inject.controller)}</dd>
          </div>
        )}
        {sent && (
          <div>
            <dt>{told('acknowledged')}</dt>
            <dd>
              {acknowledged.length === 0
                ? told('nobody')
                : acknowledged
                    .map(({ by, elapsed }) => `${name(by)} ${elapsedInDigits(elapsed)}`)
                    .join(' · ')}
            </dd>
          </div>
        )}
        {Object.entries(inject.extra).map(([column, value]) => (
          <div key={column}>
            <dt lang="">{column}</dt>
            <dd lang="">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Actions({ of }: { readonly of: exercise.InjectState }): ReactNode {
  const { ask, seen } = usePlaying();
  const told = useSay(say);
  const [editing, setEditing] = useState(false);
  const { inject, state } = of;
  const begun = seen.phase === 'running' || seen.phase === 'paused';
  const over = seen.phase === 'ended';
  const waiting = state === 'planned' || state === 'held';
  const act = (type: 'send' | 'hold' | 'release' | 'skip' | 'test'): void =>
    void ask({ type, inject: inject.id });
  if (over) return null;
  return (
    <div className="cluster screen-only">
      {waiting && begun && (
        <Button weight="main" onPress={() => act('send')}>
          {told('send-now')}
        </Button>
      )}
      {state === 'planned' && <Button onPress={() => act('hold')}>{told('hold')}</Button>}
      {(state === 'held' || state === 'skipped') && (
        <Button onPress={() => act('release')}>{told('release')}</Button>
      )}
      {waiting && <Button onPress={() => act('skip')}>{told('skip')}</Button>}
      <Button onPress={() => act('test')}>{told('test')}</Button>
      {waiting && <Button onPress={() => setEditing(true)}>{told('edit')}</Button>}
      {editing && <InjectDialog of={inject} onClose={() => setEditing(false)} />}
    </div>
  );
}
