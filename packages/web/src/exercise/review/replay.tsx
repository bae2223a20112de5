/** Going back to any moment of the exercise: what had been sent, said and done by then. */
import { useMemo, useState, type ReactNode } from 'react';
import { useLoaded } from '../../api/use-loaded.ts';
import { Button } from '../../parts/button.tsx';
import { Condition, Failure } from '../../parts/condition.tsx';
import { useSay } from '../../text/speak.ts';
import { useElapsed } from '../frame/elapsed.tsx';
import { PlayingContext, usePlaying } from '../frame/playing.ts';
import { MessageRow } from '../play/messages.tsx';
import { ReceivedCard } from '../play/received.tsx';
import { momentOf, type Moment } from '../judge/records.ts';
import { elapsedInDigits } from '../time.ts';
import { say as words } from '../words.ts';
import { Entries } from './entries.tsx';
import { timesOf } from './times.ts';
import { say } from './words.ts';

export function Replay(): ReactNode {
  const playing = usePlaying();
  const { id, me, scenario, seen } = playing;
  const told = useSay(say);
  const now = useElapsed();
  // Where the exercise still runs, its end stays where it was when one began to look back.
  const [end] = useState(now);
  const [at, setAt] = useState<number>(end);
  const [whole] = useLoaded(`moment ${id} ${end}`, () => momentOf(id, me.id, end));
  const [loaded, again] = useLoaded(`moment ${id} ${at}`, () => momentOf(id, me.id, at));
  const [kept, keep] = useState<Moment>();
  // While the next moment is fetched, the one before stays in sight.
  const then = loaded.state === 'ready' ? loaded.value : kept;
  if (loaded.state === 'ready' && loaded.value !== kept) keep(loaded.value);
  const times = useMemo(
    () => (whole.state === 'ready' ? timesOf(whole.value, scenario.startex) : []),
    [whole, scenario.startex],
  );
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  if (seen.phase === 'planned')
    return (
      <Condition sign="∅" title={told('not-yet')}>
        <p className="soft">{told('not-yet-help')}</p>
      </Condition>
    );
  const before = times.findLast((time) => time < at);
  const next = times.find((time) => time > at);
  return (
    <div className="replay stack">
      <div className="panel replay-tools screen-only">
        <label className="replay-label">
          <span>{told('replay-slider')}</span>
          <input
            type="range"
            min={0}
            max={end}
            step={1000}
            value={at}
            aria-valuetext={elapsedInDigits(at)}
            onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}
          />
        </label>
        <p className="cluster">
          <Button
            sign
            aria-label={told('step-back')}
            isDisabled={before === undefined}
            onPress={() => before !== undefined && setAt(before)}
          >
            ‹
          </Button>
          <strong className="mono">{elapsedInDigits(at)}</strong>
          <Button
            sign
            aria-label={told('step-on')}
            isDisabled={next === undefined}
            onPress={() => next !== undefined && setAt(next)}
          >
            ›
          </Button>
        </p>
      </div>
      {then && <Then then={then} />}
    </div>
  );
}

function Then({ then }: { readonly then: Moment }): ReactNode {
  const playing = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const { inbox, messages } = then.seen;
  const seen = { ...playing.seen, ...then.seen };
  // Whoever looks back does nothing there.
  const me = { ...playing.me, role: 'observer' } as const;
  return (
    <div className="then" role="region" aria-label={told('replay-help')} data-elapsed={then.elapsed}>
      <p className="then-banner">{told('replay-help')}</p>
      <PlayingContext value={{ ...playing, seen, me }}>
        <div className="control-now">
          <section className="panel stack" aria-labelledby="then-record">
            <h2 id="then-record">{told('replay-record')}</h2>
            <Entries cases={then.cases} />
          </section>
          <div className="stack">
            <section className="panel stack" aria-labelledby="then-board">
              <h2 id="then-board">{told('replay-board')}</h2>
              {inbox.length === 0 && <p className="soft">{told('replay-none')}</p>}
              {inbox.toReversed().map((each) => (
                <ReceivedCard key={each.inject} of={each} />
              ))}
            </section>
            <section className="panel" aria-labelledby="then-messages">
              <h2 id="then-messages">{word('view-messages')}</h2>
              {messages.length === 0 && <p className="soft">{told('replay-none')}</p>}
              <ol className="plain-list">
                {messages.toReversed().map((each) => (
                  <MessageRow key={each.id} message={each} />
                ))}
              </ol>
            </section>
          </div>
        </div>
      </PlayingContext>
    </div>
  );
}
