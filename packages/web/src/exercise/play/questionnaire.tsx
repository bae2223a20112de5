/** A questionnaire that was handed out with an inject. */
import { useId, useState, type ReactNode } from 'react';
import type { KnownScenario } from '../../api/exercises.ts';
import { Area } from '../../parts/area.tsx';
import { Button } from '../../parts/button.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { useWording, Wording } from '../wording.tsx';
import { say } from './words.ts';

type Asked = KnownScenario['questionnaires'][string];
type Question = Asked['questions'][number];

const SCALE = ['1', '2', '3', '4', '5'] as const;

export function Questionnaire({ of }: { readonly of: Asked }): ReactNode {
  const { ask, me, seen } = usePlaying();
  const told = useSay(say);
  const wording = useWording();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [done, setDone] = useState(false);
  const given = seen.answers?.some(({ by, questionnaire }) => by === me.id && questionnaire === of.id);
  if (done || given) return <p>{told('handed-in')}</p>;
  const complete = of.questions.every(({ id }) => (answers[id] ?? '').trim() !== '');
  return (
    <form
      className="questionnaire stack"
      onSubmit={(event) => {
        event.preventDefault();
        void ask({ type: 'answer', questionnaire: of.id, answers }).then(setDone);
      }}
    >
      <h4>{told('questionnaire', { name: wording(of.name) })}</h4>
      {of.questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={answers[question.id] ?? ''}
          onAnswer={(answer) => setAnswers({ ...answers, [question.id]: answer })}
        />
      ))}
      <div>
        <Button type="submit" weight="main" isDisabled={!complete}>
          {told('hand-in')}
        </Button>
      </div>
    </form>
  );
}

function QuestionField({
  answer,
  onAnswer,
  question,
}: {
  readonly question: Question;
  readonly answer: string;
  readonly onAnswer: (answer: string) => void;
}): ReactNode {
  const told = useSay(say);
  const wording = useWording();
  const id = useId();
  const asks = wording(question.asks);
  if (question.type === 'text') return <Area label={asks} value={answer} onChange={onAnswer} rows={2} />;
  const choices =
    question.type === 'scale'
      ? SCALE.map((each) => ({ id: each, label: each }))
      : question.of.map(({ id: each, says }) => ({ id: each, label: wording(says) }));
  return (
    <div>
      <p id={id} className="field-label">
        <Wording of={question.asks} /> {question.type === 'scale' && `(${told('scale-help')})`}
      </p>
      <Segmented<string>
        label={asks}
        choices={choices}
        chosen={answer}
        onChoose={onAnswer}
        upright={question.type === 'choice'}
      />
    </div>
  );
}
