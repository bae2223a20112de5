/** Which exercise, as whom, what time it is in it and how it stands: always in sight. */
import type { ReactNode } from 'react';
import type { Line } from '../../live/follow.ts';
import { useSay } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { PhaseTag } from '../phase-tag.tsx';
import { useWording, Wording } from '../wording.tsx';
import { say } from '../words.ts';
import { ElapsedClock } from './elapsed.tsx';
import { useNames, usePlaying } from './playing.ts';

export function ExerciseTop({ line }: { readonly line: Line }): ReactNode {
  const { me, scenario, seen } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const wording = useWording();
  const name = useNames();
  const role = told(`role-${me.role}`);
  const where = me.seat ?? me.cell ?? me.controller;
  return (
    <div className="room-head">
      <title>{`${wording(scenario.name)} · ${role} · ${word('product')}`}</title>
      <div className="room-title">
        <h1>
          <Wording of={scenario.name} />
        </h1>
        <ElapsedClock />
      </div>
      <dl className="room-facts">
        <div>
          <dt>{told('playing-as')}</dt>
          <dd className="room-viewer">
            <span lang="">{me.name}</span> (
            {where === undefined ? role : told('of-cell', { role, cell: name(where) })})
          </dd>
        </div>
        <div>
          <dt>{told('phase')}</dt>
          <dd>
            <PhaseTag phase={seen.phase} />
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
      {line === 'lost' && <p className="room-lost">{told('line-lost-help')}</p>}
    </div>
  );
}
