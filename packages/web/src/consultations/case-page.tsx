/** One consultation: as whom to look at it. Each opens in a tab of its own, so that several can be open side by side. */
import { consultation, nameOf } from '@foedus/kernel';
import { colourOf } from '@foedus/kernel/drawing';
import type { ReactNode } from 'react';
import { useLoaded } from '../api/use-loaded.ts';
import { Failure, Loading } from '../parts/condition.tsx';
import { PartyTag, Tag } from '../parts/tag.tsx';
import { pathOf } from '../place/place.ts';
import { usePlace } from '../place/travel.ts';
import { useSession } from '../session/session.tsx';
import { useLang, useSay, useText } from '../text/speak.ts';
import { day } from '../text/time.ts';
import { say } from '../text/words.ts';
import { openedCase, type OpenedCase } from './library.ts';
import { PhaseTag } from './phase-tag.tsx';
import { sides } from './seats.ts';
import { viewerName } from './viewer-name.ts';
import { say as tell } from './words.ts';

export default function CasePage({ id }: { readonly id: string }): ReactNode {
  const [loaded, again] = useLoaded(`case ${id}`, () => openedCase(id));
  switch (loaded.state) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <Failure problem={loaded.problem} again={again} />;
    case 'ready':
      return <Chooser {...loaded.value} />;
  }
}

function Chooser({ arrangement, head }: OpenedCase): ReactNode {
  const told = useSay(tell);
  const word = useSay(say);
  const text = useText();
  const lang = useLang();
  const { session } = useSession();
  const may = (viewer: string): boolean => head.viewers.includes(viewer);
  const groups = sides(arrangement, head.on)
    .map(({ party, seats }) => ({
      party,
      viewers: [...seats.map((seat) => `seat:${seat}`), ...(party === undefined ? [] : [`party:${party}`])],
    }))
    .map(({ party, viewers }) => ({ party, viewers: viewers.filter(may) }))
    .filter(({ viewers }) => viewers.length > 0);
  return (
    <div className="list-page stack">
      <title>{`${text(head.name)} · ${word('product')}`}</title>
      <h1>{text(head.name)}</h1>
      <p className="cluster">
        <PhaseTag phase={head.phase} />
        {head.kind === 'exercise' && <Tag mood="partly">{told('exercise')}</Tag>}
        <span className="soft">
          {told('as-of', { at: day(head.on, lang) })} ·{' '}
          {told('convened-by', { seat: nameOf(arrangement, head.convener) })}
        </span>
      </p>
      <p>{head.matters.map((matter) => text(nameOf(arrangement, matter))).join(' · ')}</p>
      <h2>{told('as-whom')}</h2>
      <p className="soft">{told(session?.demo ? 'as-whom-demo' : 'as-whom-help')}</p>
      <div className="sides">
        {groups.map(({ party, viewers }) => (
          <section key={party ?? ''} className="side">
            <h3>
              <PartyTag colour={party === undefined ? undefined : colourOf(arrangement, party)}>
                {party === undefined ? told('joint') : text(nameOf(arrangement, party))}
              </PartyTag>
            </h3>
            <ViewerLinks
              id={head.id}
              viewers={viewers}
              name={(each) => text(viewerName(arrangement, each))}
            />
          </section>
        ))}
        {may('public') && (
          <section className="side">
            <h3>{told('onlookers')}</h3>
            <ViewerLinks
              id={head.id}
              viewers={['public']}
              name={(each) => text(viewerName(arrangement, each))}
            />
          </section>
        )}
      </div>
    </div>
  );
}

function ViewerLinks({
  id,
  name,
  viewers,
}: {
  readonly id: string;
  readonly viewers: readonly string[];
  readonly name: (viewer: consultation.Viewer) => string;
}): ReactNode {
  const told = useSay(tell);
  const { lang } = usePlace();
  return (
    <ul className="viewers">
      {viewers.map((viewer) => (
        <li key={viewer}>
          <a
            href={pathOf({ lang, page: { name: 'room', id, viewer, view: 'room' }, query: '' })}
            target="_blank"
            rel="noreferrer"
            data-viewer={viewer}
          >
            {name(consultation.viewerFrom(viewer)!)} <span aria-hidden="true">↗</span>
            <span className="unseen"> {told('new-tab')}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
