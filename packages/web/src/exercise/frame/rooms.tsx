/** The consultations of the exercise, as the seat of who takes part: their rooms, and those that he may convene. */
import { consultation } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { send, type Told } from '../../api/send.ts';
import { Button } from '../../parts/button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { Link } from '../../place/link.tsx';
import { go, usePlace } from '../../place/travel.ts';
import { useSay } from '../../text/speak.ts';
import { useWording } from '../wording.tsx';
import { say } from '../words.ts';
import { controls, judges, usePlaying, type Playing } from './playing.ts';

/** As whom a consultation is looked at; `undefined`: not at all. */
function viewerOf(playing: Playing): string | undefined {
  const { me } = playing;
  if (me.seat !== undefined) return consultation.viewerId({ as: 'seat', seat: me.seat });
  return controls(playing) || judges(playing) || me.role === 'observer' ? 'public' : undefined;
}

export function Rooms(): ReactNode {
  const playing = usePlaying();
  const { me, path, scenario, seen } = playing;
  const { lang } = usePlace();
  const told = useSay(say);
  const wording = useWording();
  const [refused, setRefused] = useState<Told>();
  const viewer = viewerOf(playing);
  const planned = Object.values(scenario.consultations);
  if (viewer === undefined || planned.length === 0) return null;
  const convene = async (id: string): Promise<void> => {
    const answer = await send<{ readonly case: string }>(`${path}/open/${encodeURIComponent(id)}`, {
      json: {},
    });
    if (!answer.ok) setRefused(answer.told);
    else go({ lang, page: { name: 'room', id: answer.value.case, viewer, view: 'room' }, query: '' });
  };
  return (
    <nav className="rooms" aria-label={told('consultations')}>
      {planned.map(({ convener, id, name }) => {
        const room = seen.consultations[id];
        if (room !== undefined)
          return (
            <Link
              key={id}
              to={{ name: 'room', id: room, viewer, view: 'room' }}
              className="button button-plain"
            >
              {told('room', { name: wording(name) })}
            </Link>
          );
        return convener.seat === me.seat && seen.phase === 'running' ? (
          <Button key={id} onPress={() => void convene(id)}>
            {told('convene', { name: wording(name) })}
          </Button>
        ) : (
          <span key={id} className="soft">
            {told('room-not-yet', { name: wording(name) })}
          </span>
        );
      })}
      {refused && <Refused told={refused} />}
    </nav>
  );
}
