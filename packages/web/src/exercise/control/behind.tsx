/** Which cells have not said that they received something, or have not done yet what is expected of them. */
import { exercise } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { useLang, useSay } from '../../text/speak.ts';
import { useNames, usePlaying } from '../frame/playing.ts';
import { worded } from '../wording.tsx';
import { say } from './words.ts';

export function Behind(): ReactNode {
  const { scenario, seen } = usePlaying();
  const told = useSay(say);
  const lang = useLang();
  const name = useNames();
  const behind = exercise
    .behind(Object.values(scenario.cells), seen)
    .filter(({ awaited, unacknowledged }) => awaited.length + unacknowledged.length > 0);
  const says = new Map(
    (seen.board ?? []).flatMap(({ inject }) => inject.expected.map((each) => [each.id, each.says] as const)),
  );
  return (
    <section className="panel" aria-labelledby="behind-title">
      <h2 id="behind-title">{told('behind')}</h2>
      {behind.length === 0 ? (
        <p className="soft">{told('behind-nobody')}</p>
      ) : (
        <ul className="plain-list">
          {behind.map(({ awaited, cell, unacknowledged }) => (
            <li key={cell} data-behind={cell}>
              <strong>{name(cell)}</strong>
              {unacknowledged.length > 0 && (
                <p>{told('behind-unacknowledged', { injects: unacknowledged.join(', ') })}</p>
              )}
              {awaited.length > 0 && (
                <p>
                  {told('behind-awaited', {
                    what: awaited.map((id) => worded(says.get(id) ?? {}, lang).text || id).join(' · '),
                  })}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
