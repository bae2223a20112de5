/** Beginning an exercise: one press, and one directs it. */
import type { exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { beginExercise, exerciseHead } from '../../api/exercises.ts';
import { Button } from '../../parts/button.tsx';
import { Attempted, useAttempt } from '../../session/attempt.tsx';
import { useSession } from '../../session/session.tsx';
import { go, usePlace } from '../../place/travel.ts';
import { useSay } from '../../text/speak.ts';
import { useWording } from '../wording.tsx';
import { say } from './words.ts';

export function Begin({
  name,
  scenario,
}: {
  readonly scenario: string;
  readonly name: exercise.Wording;
}): ReactNode {
  const told = useSay(say);
  const wording = useWording();
  const { lang } = usePlace();
  const { refresh } = useSession();
  const { attempt, state } = useAttempt();
  // Pressed again after no answer came, it begins no second one.
  const [key] = useState(() => crypto.randomUUID());
  const direct = async (id: string): Promise<void> => {
    refresh();
    const { me } = await exerciseHead(id);
    const director = me.find(({ role }) => role === 'director');
    go({
      lang,
      page: director ? { name: 'playing', id, as: director.id } : { name: 'exercise', id },
      query: '',
    });
  };
  return (
    <>
      <Button
        weight="main"
        isDisabled={state === 'busy'}
        aria-label={told('begin-named', { name: wording(name) })}
        onPress={() =>
          attempt(
            () => beginExercise(key, scenario),
            ({ id }) => void direct(id),
          )
        }
      >
        {told(state === 'busy' ? 'beginning' : 'begin')}
      </Button>
      <Attempted state={state} />
    </>
  );
}
