/** What was observed, with what shows it. */
import { exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Area } from '../../parts/area.tsx';
import { Button } from '../../parts/button.tsx';
import { Condition } from '../../parts/condition.tsx';
import { useSay } from '../../text/speak.ts';
import { useNames, usePlaying } from '../frame/playing.ts';
import { useKept } from '../play/use-kept.ts';
import { elapsedInDigits } from '../time.ts';
import { say as words } from '../words.ts';
import { Cite, EvidenceList } from './cite.tsx';
import { useCitables } from './use-citables.ts';
import { say } from './words.ts';

export function Observations(): ReactNode {
  const { me, seen } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const name = useNames();
  const citables = useCitables('');
  const observations = seen.judging?.observations ?? [];
  return (
    <div className="room-now">
      {exercise.mayCommand(me.role, 'observe') && <Observe />}
      <section className="panel" aria-labelledby="observations-title">
        <h2 id="observations-title">{word('view-observations')}</h2>
        {observations.length === 0 && <Condition sign="∅" title={told('observations-none')} />}
        <ol className="plain-list">
          {observations.toReversed().map(({ by, elapsed, evidence, id, text }) => (
            <li key={id} data-observation={id}>
              <p className="received-line">
                <time>{elapsedInDigits(elapsed)}</time>
                <strong>{name(by)}</strong>
              </p>
              <p className="received-text" lang="">
                {text}
              </p>
              <EvidenceList of={evidence} citables={citables} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Observe(): ReactNode {
  const { ask, path } = usePlaying();
  const told = useSay(say);
  const [text, setText] = useKept(`foedus.observation ${path}`);
  const [evidence, setEvidence] = useState<readonly exercise.Evidence[]>([]);
  const submit = async (): Promise<void> => {
    if (!(await ask({ type: 'observe', text: text.trim(), evidence }))) return;
    setText('');
    setEvidence([]);
  };
  return (
    <section className="panel room-side" aria-labelledby="observe-title">
      <h2 id="observe-title">{told('observe')}</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Area label={told('observation')} value={text} onChange={setText} rows={4} />
        <Cite evidence={evidence} onChange={setEvidence} />
        <div>
          <Button type="submit" weight="main" isDisabled={text.trim() === ''}>
            {told('observe-do')}
          </Button>
        </div>
      </form>
    </section>
  );
}
