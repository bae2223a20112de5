/** Which consultation, as whom, and how it stands: always in sight. */
import { eachLang, nameOf } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { PhaseTag } from '../consultations/phase-tag.tsx';
import { viewerName } from '../consultations/viewer-name.ts';
import type { Line } from '../live/follow.ts';
import { Tag } from '../parts/tag.tsx';
import { RecordSummary } from '../record/record-summary.tsx';
import { Link } from '../place/link.tsx';
import { useLang, useSay, useText } from '../text/speak.ts';
import { day } from '../text/time.ts';
import { say as words } from '../text/words.ts';
import { useRoom } from './room.ts';
import { say } from './words.ts';

export function Head({ line }: { readonly line: Line }): ReactNode {
  const { arrangement, id, seat, shown } = useRoom();
  const told = useSay(say);
  const word = useSay(words);
  const text = useText();
  const lang = useLang();
  const viewer = text(viewerName(arrangement, shown.viewer));
  const matters = shown.case.matters.map((matter) => text(nameOf(arrangement, matter))).join(' · ');
  const holder = seat === undefined ? undefined : shown.holders[seat];
  return (
    <div className="room-head">
      <title>{`${viewer} · ${matters} · ${word('product')}`}</title>
      <div className="room-title">
        <p className="soft">
          <Link to={{ name: 'consultation', id }}>{text(arrangement.name)}</Link> ·{' '}
          {told('as-of', { at: day(shown.case.at, lang) })}
        </p>
        <h1>{matters}</h1>
      </div>
      <dl className="room-facts">
        <div>
          <dt>{told(seat === undefined ? 'looking-as' : 'sitting-as')}</dt>
          <dd className="room-viewer">
            {viewer}
            {holder && ` (${holder.holder})`}
            {seat === undefined && (
              <>
                {' '}
                <Tag>{told('read-only')}</Tag>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{told('phase')}</dt>
          <dd>
            <PhaseTag phase={shown.phase} />
          </dd>
        </div>
        <div>
          <dt>{told('record')}</dt>
          <dd>
            <RecordSummary />
          </dd>
        </div>
        <div className="screen-only">
          <dt>{told('line')}</dt>
          <dd>
            <span role="status" className={`connection connection-${line}`}>
              {told(`line-${line}`)}
            </span>
          </dd>
        </div>
      </dl>
      {shown.absent.length > 0 && (
        <p className="room-lost">
          {told('absent-seats', { seats: shown.absent.map((each) => nameOf(arrangement, each)) })}
        </p>
      )}
      {shown.cut.length > 0 && (
        <p className="room-lost">
          {told('links-lost', {
            links: shown.cut.map(({ of, with: other }) =>
              other === undefined
                ? nameOf(arrangement, of)
                : eachLang((l) => `${nameOf(arrangement, of)[l]} – ${nameOf(arrangement, other)[l]}`),
            ),
          })}
        </p>
      )}
      {line === 'lost' && <p className="room-lost">{told('line-lost-help')}</p>}
    </div>
  );
}
