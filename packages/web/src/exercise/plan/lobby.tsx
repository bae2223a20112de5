/** As whom to take part: in a demonstration anybody, each in a tab of his own, so that several can be open side by side. */
import { nameOf, plain, type exercise, type Text } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { exerciseHead, type OneExercise } from '../../api/exercises.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { open } from '../../engine/library.ts';
import { Failure, Loading } from '../../parts/condition.tsx';
import { pathOf } from '../../place/place.ts';
import { usePlace } from '../../place/travel.ts';
import { useSession } from '../../session/session.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { PhaseTag } from '../phase-tag.tsx';
import { useWording, Wording } from '../wording.tsx';
import { say as shared } from '../words.ts';
import { say } from './words.ts';

interface Known {
  readonly head: OneExercise;
  readonly nameOfSeat: (seat: string) => Text;
}

async function load(id: string): Promise<Known> {
  const head = await exerciseHead(id);
  const { read } = await open(head.arrangement);
  return { head, nameOfSeat: (seat) => (read.ok ? nameOf(read.value, seat) : plain(seat)) };
}

export default function Lobby({ id }: { readonly id: string }): ReactNode {
  const [loaded, again] = useLoaded(`lobby ${id}`, () => load(id));
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  return <Places {...loaded.value} />;
}

function Places({ head, nameOfSeat }: Known): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const share = useSay(shared);
  const wording = useWording();
  const text = useText();
  const { session } = useSession();
  const { cells, id, me, name, phase } = head;
  const cellName = (cell: string): string => wording(cells.find((each) => each.id === cell)?.name ?? {});
  const groups = Map.groupBy(me, ({ cell }) => cell ?? '');
  return (
    <div className="list-page stack">
      <title>{`${wording(name)} · ${word('product')}`}</title>
      <h1>
        <Wording of={name} />
      </h1>
      <p>
        <PhaseTag phase={phase} />
      </p>
      <h2>{told('as-whom')}</h2>
      <p className="soft">{told(session?.demo ? 'as-whom-demo' : 'as-whom-help')}</p>
      <div className="sides">
        {[...groups].map(([cell, people]) => (
          <section key={cell} className="side">
            <h3>{cell === '' ? told('control-group') : cellName(cell)}</h3>
            <ul className="viewers">
              {people.map((each) => (
                <li key={each.id}>
                  <PlaceLink id={id} of={each}>
                    {each.seat === undefined ? share(`role-${each.role}`) : text(nameOfSeat(each.seat))}
                  </PlaceLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function PlaceLink({
  children,
  id,
  of,
}: {
  readonly id: string;
  readonly of: exercise.Participant;
  readonly children: ReactNode;
}): ReactNode {
  const told = useSay(say);
  const { lang } = usePlace();
  return (
    <a
      href={pathOf({ lang, page: { name: 'playing', id, as: of.id }, query: '' })}
      target="_blank"
      rel="noreferrer"
      data-participant={of.id}
    >
      {children} <span aria-hidden="true">↗</span>
      <span className="unseen"> {told('new-tab')}</span>
    </a>
  );
}
