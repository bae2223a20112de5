/** What can come of the consultation: done, or by which shortest way, who is awaited on it, and what an objection would do. */
import { actInWords, nameOf, showAct, type consultation } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Clock } from '../../parts/clock.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { useNow } from '../../live/use-now.ts';
import { useRoom } from '../room.ts';
import { say } from '../words.ts';

export function Outcomes(): ReactNode {
  const { shown } = useRoom();
  const told = useSay(say);
  const prospects = shown.options?.prospects ?? [];
  if (prospects.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="outcomes-title">
      <h2 id="outcomes-title">{told('outcomes')}</h2>
      <ul className="prospects">
        {prospects.map((prospect) => (
          <Outcome key={showAct(prospect.act)} prospect={prospect} />
        ))}
      </ul>
    </section>
  );
}

function Outcome({ prospect }: { readonly prospect: consultation.Prospect }): ReactNode {
  const { ahead, arrangement, seat } = useRoom();
  const now = useNow(ahead);
  const told = useSay(say);
  const text = useText();
  const { act, awaited, done, effect, objection, way } = prospect;
  const state = done ? 'done' : way === null ? 'blocked' : effect === 'proper' ? 'reachable' : 'departing';
  const MOOD = { done: 'good', reachable: 'neutral', departing: 'partly', blocked: 'bad' } as const;
  return (
    <li className="prospect">
      <p className="prospect-name">
        {text(actInWords(arrangement, act))} <Tag mood={MOOD[state]}>{told(`outcome-${state}`)}</Tag>
      </p>
      {!done && awaited.length > 0 && (
        <ol className="steps">
          {awaited.map(({ act: step, seat: by, until }) => (
            <li key={showAct(step)}>
              {text(actInWords(arrangement, step))}
              {by === seat && (
                <>
                  {' '}
                  <Tag mood="good">{told('yours')}</Tag>
                </>
              )}
              {until !== null && (
                <>
                  {' '}
                  <Clock left={Math.ceil((until - now) / 1000)} />
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {!done && seat !== undefined && (
        <p className="soft">{told(`objection-${objection}`, { seat: nameOf(arrangement, seat) })}</p>
      )}
    </li>
  );
}
