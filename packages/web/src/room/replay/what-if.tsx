/** What if it had gone on otherwise? It looks like no record, because it is none: nothing of it is kept. */
import { actInWords, durationInWords, showAct } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import type { Shown, Supposed as Answered } from '../../api/cases.ts';
import { send, type Answer } from '../../api/send.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/condition.tsx';
import { Refused } from '../../parts/refused.tsx';
import { Select } from '../../parts/select.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { Course } from '../course/course.tsx';
import { WhoIsAwaited } from '../now/awaited.tsx';
import { Outcomes } from '../now/outcomes.tsx';
import { RoomProvider } from '../room-provider.tsx';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';
import { commandsOf, supposable, type Supposed } from './suppose.ts';

const HOURS = [1, 6, 24, 72] as const;

interface Props {
  readonly step: number;
  readonly then: Shown;
  readonly back: () => void;
}

export function WhatIf({ back, step, then }: Props): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const [supposed, setSupposed] = useState<readonly Supposed[]>([]);
  const commands = commandsOf(room.arrangement, then, supposed);
  const [loaded, again] = useLoaded(`fork ${room.path} ${step} ${JSON.stringify(commands)}`, () =>
    send<Answered>(`${room.path}/fork`, { json: { step, commands } }),
  );
  return (
    <div className="what-if" role="region" aria-label={told('what-if-banner')}>
      <p className="what-if-banner">{told('what-if-banner')}</p>
      <div className="stack">
        <Supposing
          then={then}
          add={(next) => setSupposed([...supposed, next])}
          undo={supposed.length > 0 ? () => setSupposed(supposed.slice(0, -1)) : undefined}
          back={back}
        />
        {loaded.state === 'failed' && <Failure problem={loaded.problem} again={again} />}
        {loaded.state === 'ready' && (
          <Supposedly supposed={supposed} answer={loaded.value} change={setSupposed} />
        )}
      </div>
    </div>
  );
}

function Supposing({
  add,
  back,
  then,
  undo,
}: {
  readonly then: Shown;
  readonly add: (next: Supposed) => void;
  readonly undo: (() => void) | undefined;
  readonly back: () => void;
}): ReactNode {
  const { arrangement } = useRoom();
  const told = useSay(say);
  const text = useText();
  const acts = supposable(arrangement, then);
  const [wished, setWished] = useState<string>();
  const chosen = acts.find((act) => showAct(act) === wished) ?? acts[0];
  return (
    <div className="stack screen-only">
      {chosen && (
        <div className="supposing">
          <Select
            label={told('suppose')}
            options={acts.map((act) => ({ id: showAct(act), label: text(actInWords(arrangement, act)) }))}
            chosen={showAct(chosen)}
            onChoose={setWished}
          />
          <Button onPress={() => add({ type: 'act', key: crypto.randomUUID(), act: chosen })}>
            {told('suppose-it')}
          </Button>
        </div>
      )}
      <div className="cluster">
        <span className="soft">{told('suppose-nobody-acts')}</span>
        {HOURS.map((hours) => (
          <Button key={hours} onPress={() => add({ type: 'wait', seconds: hours * 3600 })}>
            {text(durationInWords(hours * 3600))}
          </Button>
        ))}
        {undo && <Button onPress={undo}>{told('suppose-undo')}</Button>}
        <Button onPress={back}>{told('back-to-record')}</Button>
      </div>
    </div>
  );
}

function Supposedly({
  answer,
  change,
  supposed,
}: {
  readonly answer: Answer<Answered>;
  readonly supposed: readonly Supposed[];
  readonly change: (supposed: readonly Supposed[]) => void;
}): ReactNode {
  const room = useRoom();
  const told = useSay(say);
  const text = useText();
  if (!answer.ok) return <Refused told={answer.told} />;
  const { decided, view } = answer.value;
  return (
    <>
      <ol className="supposed">
        {decided.map((each, index) => {
          const what = supposed[index];
          return (
            <li key={what?.type === 'act' ? what.key : index}>
              {what?.type === 'act' && text(actInWords(room.arrangement, what.act))}
              {what?.type === 'wait' && told('nobody-acts-for', { span: durationInWords(what.seconds) })}{' '}
              {each.ok ? (
                each.standing && (
                  <Tag mood={each.standing === 'proper' ? 'good' : 'partly'}>
                    {told(`standing-${each.standing}`)}
                  </Tag>
                )
              ) : (
                <>
                  <span className="field-wrong">{text(each.says)}</span>{' '}
                  {each.refusal.code === 'not-proper' && what?.type === 'act' && (
                    <Button
                      onPress={() =>
                        change(supposed.with(index, { ...what, departure: told('supposed-reason') }))
                      }
                    >
                      {told('suppose-departure')}
                    </Button>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ol>
      <RoomProvider {...room} shown={view} seat={undefined} ahead={view.now - Date.now()}>
        <div className="room-now">
          <div className="room-side stack">
            <WhoIsAwaited />
            <Outcomes />
          </div>
          <Course begin={undefined} />
        </div>
      </RoomProvider>
    </>
  );
}
