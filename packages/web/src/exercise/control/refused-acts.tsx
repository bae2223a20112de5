/** What the arrangement refused, as it happens. */
import { nameOf } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useSay, useText } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { useRefusal } from '../judge/refusal-words.ts';
import { elapsedInDigits } from '../time.ts';
import { say } from './words.ts';

export function RefusedActs(): ReactNode {
  const { arrangement, seen } = usePlaying();
  const told = useSay(say);
  const text = useText();
  const says = useRefusal();
  const refusals = seen.judging?.refusals ?? [];
  return (
    <section className="panel" aria-labelledby="refused-title">
      <h2 id="refused-title">{told('refused-acts')}</h2>
      {refusals.length === 0 && <p className="soft">{told('refused-none')}</p>}
      <ol className="plain-list" aria-live="polite" aria-relevant="additions">
        {refusals.toReversed().map((refused) => (
          <li key={refused.id} data-refusal={refused.id}>
            <p className="received-line">
              <time>{elapsedInDigits(refused.elapsed)}</time>
              <strong>{text(nameOf(arrangement, refused.seat))}</strong>
            </p>
            <p>{says(refused)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
