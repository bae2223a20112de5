/** The exercise evaluation guide: objectives, their capabilities, and the critical tasks that are rated. */
import { exercise, ruleName } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import type { KnownScenario } from '../../api/exercises.ts';
import { Area } from '../../parts/area.tsx';
import { Button } from '../../parts/button.tsx';
import { Condition } from '../../parts/condition.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { Tag, type Mood } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { judges, useNames, usePlaying } from '../frame/playing.ts';
import { elapsedInDigits } from '../time.ts';
import { useWording, Wording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { Cite, EvidenceList } from './cite.tsx';
import { useCitables } from './use-citables.ts';
import { useExpectations } from './use-expectations.ts';
import { VerdictTag } from './verdict-tag.tsx';
import { say } from './words.ts';

type Task = NonNullable<KnownScenario['objectives']>[string]['capabilities'][string]['tasks'][string];

export const RATING_MOODS: Readonly<Record<exercise.Rating, Mood>> = {
  P: 'good',
  S: 'partly',
  M: 'partly',
  U: 'bad',
};

export function Guide(): ReactNode {
  const { scenario } = usePlaying();
  const told = useSay(say);
  const objectives = Object.values(scenario.objectives ?? {});
  if (objectives.length === 0) return <Condition sign="∅" title={told('guide-none')} />;
  return (
    <div className="stack">
      <p className="soft">{told('guide-lead')}</p>
      {objectives.map((objective) => (
        <section key={objective.id} className="panel stack" aria-labelledby={`objective-${objective.id}`}>
          <h2 id={`objective-${objective.id}`}>
            <Wording of={objective.name} />
          </h2>
          {Object.values(objective.capabilities).map((capability) => (
            <div key={capability.id} className="capability">
              <h3>
                <Wording of={capability.name} />
              </h3>
              {Object.values(capability.tasks).map((task) => (
                <TaskCard key={task.id} task={task} />
              ))}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function TaskCard({ task }: { readonly task: Task }): ReactNode {
  const playing = usePlaying();
  const { arrangement, me, scenario, seen } = playing;
  const told = useSay(say);
  const text = useText();
  const wording = useWording();
  const [rating, setRating] = useState(false);
  const expectations = useExpectations().filter(({ expected }) => expected.task === task.id);
  const ratings = (seen.judging?.ratings ?? []).filter((each) => each.task === task.id);
  const occasions = Object.values(scenario.injects ?? {}).filter(({ tasks }) => tasks.includes(task.id));
  const name = wording(task.name);
  const rated = ratings.some(({ by }) => by === me.id);
  return (
    <article className="task" data-task={task.id} aria-label={name}>
      <div className="task-head">
        <h4>{name}</h4>
        {judges(playing) && !rating && (
          <Button aria-label={told('rate-named', { task: name })} onPress={() => setRating(true)}>
            {told(rated ? 'rate-anew' : 'rate')}
          </Button>
        )}
      </div>
      <dl className="facts">
        {task.rules.length > 0 && (
          <div>
            <dt>{told('rules')}</dt>
            <dd>{task.rules.map((rule) => text(ruleName(arrangement, rule))).join(' · ')}</dd>
          </div>
        )}
        {occasions.length > 0 && (
          <div>
            <dt>{told('occasions')}</dt>
            <dd>
              {occasions.map((inject) => (
                <span key={inject.id} className="occasion">
                  <span className="mono">{inject.id}</span> <Wording of={inject.title} />
                </span>
              ))}
            </dd>
          </div>
        )}
        {expectations.length > 0 && (
          <div>
            <dt>{told('expected')}</dt>
            {expectations.map(({ expected, verdict }) => (
              <dd key={expected.id}>
                <VerdictTag verdict={verdict} /> <Wording of={expected.says} />
              </dd>
            ))}
          </div>
        )}
        <div>
          <dt>{told('ratings')}</dt>
          {ratings.length === 0 && <dd className="soft">{told('ratings-none')}</dd>}
          {ratings.map((each) => (
            <RatingLine key={each.by} of={each} />
          ))}
        </div>
      </dl>
      {rating && <Rate task={task.id} done={() => setRating(false)} />}
    </article>
  );
}

function RatingLine({ of }: { readonly of: exercise.Rated }): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const name = useNames();
  const citables = useCitables('');
  return (
    <dd data-rating={of.rating}>
      <Tag mood={RATING_MOODS[of.rating]}>{of.rating}</Tag> {word(`rating-${of.rating}`)}{' '}
      <span className="soft">
        {told('rated-by', { name: name(of.by), time: elapsedInDigits(of.elapsed) })}
      </span>
      <p lang="">{of.why}</p>
      <EvidenceList of={of.evidence} citables={citables} />
    </dd>
  );
}

function Rate({ done, task }: { readonly task: string; readonly done: () => void }): ReactNode {
  const { ask } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const [rating, setRating] = useState<exercise.Rating>();
  const [why, setWhy] = useState('');
  const [evidence, setEvidence] = useState<readonly exercise.Evidence[]>([]);
  const submit = async (): Promise<void> => {
    if (rating && (await ask({ type: 'rate', task, rating, why: why.trim(), evidence }))) done();
  };
  return (
    <form
      className="stack judging"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Segmented<exercise.Rating | ''>
        label={told('rating')}
        chosen={rating ?? ''}
        onChoose={(each) => each !== '' && setRating(each)}
        upright
        choices={exercise.RATINGS.map((id) => ({ id, label: `${id} · ${word(`rating-${id}`)}` }))}
      />
      <Area label={told('why')} value={why} onChange={setWhy} rows={3} />
      <Cite evidence={evidence} onChange={setEvidence} />
      <div className="cluster">
        <Button type="submit" weight="main" isDisabled={rating === undefined || why.trim() === ''}>
          {told('give-rating')}
        </Button>
        <Button onPress={done}>{word('give-up')}</Button>
      </div>
    </form>
  );
}
