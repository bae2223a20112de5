/** Findings of the review, tied to what shows them and to the rules they are about, with the corrective actions that follow. */
import { ruleName, type exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { judges, usePlaying } from '../frame/playing.ts';
import { EvidenceList } from '../judge/cite.tsx';
import { useCitables } from '../judge/use-citables.ts';
import { Actions } from './actions.tsx';
import { FindingForm } from './finding-form.tsx';
import { say } from './words.ts';

export function Findings(): ReactNode {
  const playing = usePlaying();
  const told = useSay(say);
  const [writing, setWriting] = useState(false);
  const findings = playing.seen.judging?.findings ?? [];
  return (
    <section className="panel stack" aria-labelledby="findings-title">
      <div className="panel-head">
        <h2 id="findings-title">{told('findings')}</h2>
        {judges(playing) && !writing && (
          <Button onPress={() => setWriting(true)}>{told('finding-new')}</Button>
        )}
      </div>
      {writing && <FindingForm done={() => setWriting(false)} />}
      {findings.length === 0 && !writing && <p className="soft">{told('findings-none')}</p>}
      {findings.map((each) => (
        <FindingCard key={each.id} of={each} />
      ))}
    </section>
  );
}

function FindingCard({ of }: { readonly of: exercise.Finding }): ReactNode {
  const playing = usePlaying();
  const { arrangement } = playing;
  const told = useSay(say);
  const text = useText();
  const citables = useCitables('');
  const [editing, setEditing] = useState(false);
  if (editing) return <FindingForm of={of} done={() => setEditing(false)} />;
  return (
    <article className="task" data-finding={of.id}>
      <div className="task-head">
        <p>
          <Tag mood={of.kind === 'strength' ? 'good' : 'partly'}>{told(`kind-${of.kind}`)}</Tag>{' '}
          <span lang="">{of.text}</span>
        </p>
        {judges(playing) && (
          <Button
            aria-label={told('finding-edit-named', { text: of.text.slice(0, 60) })}
            onPress={() => setEditing(true)}
          >
            {told('finding-edit')}
          </Button>
        )}
      </div>
      {of.rules.length > 0 && (
        <p className="soft">{of.rules.map((rule) => text(ruleName(arrangement, rule))).join(' · ')}</p>
      )}
      <EvidenceList of={of.evidence} citables={citables} />
      <Actions finding={of} />
    </article>
  );
}
