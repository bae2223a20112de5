/** The after-action review: what the exercise came to in figures, what is found, what follows, and the documents. */
import type { ReactNode } from 'react';
import { pathOfExercise } from '../../api/exercises.ts';
import { Condition } from '../../parts/condition.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { usePlaying } from '../frame/playing.ts';
import { RATING_MOODS } from '../judge/guide.tsx';
import { useExpectations } from '../judge/use-expectations.ts';
import { Wording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { EarlierActions } from './earlier.tsx';
import { Findings } from './findings.tsx';
import { Measured } from './measured.tsx';
import { say } from './words.ts';

const DOCUMENTS = ['docx', 'pdf', 'xlsx', 'jsonl'] as const;

export function Review(): ReactNode {
  const { seen } = usePlaying();
  const told = useSay(say);
  if (seen.phase === 'planned')
    return (
      <div className="stack">
        <EarlierActions />
        <Condition sign="∅" title={told('not-yet')}>
          <p className="soft">{told('not-yet-help')}</p>
        </Condition>
      </div>
    );
  return (
    <div className="stack">
      <Documents />
      <div className="two-columns">
        <Summary />
        <Ratings />
      </div>
      <Findings />
      <EarlierActions />
      <Measured />
    </div>
  );
}

function Documents(): ReactNode {
  const { id } = usePlaying();
  const told = useSay(say);
  const lang = useLang();
  return (
    <nav className="cluster screen-only" aria-label={told('downloads')}>
      {DOCUMENTS.map((kind) => (
        <a
          key={kind}
          className="button button-plain"
          href={`${pathOfExercise(id)}/report.${kind}?lang=${lang}`}
          download
        >
          {told(`download-${kind}`)}
        </a>
      ))}
    </nav>
  );
}

function Summary(): ReactNode {
  const { seen } = usePlaying();
  const told = useSay(say);
  const expectations = useExpectations();
  const count = (verdict: 'met' | 'missed'): number =>
    expectations.filter((each) => each.verdict?.verdict === verdict).length;
  const questions = seen.messages.filter(({ asks, owner }) => asks && owner === undefined).length;
  const all = expectations.length;
  const rows = [
    [
      told('sum-sent'),
      seen.board ? told('of', { count: seen.inbox.length, all: seen.board.length }) : seen.inbox.length,
    ],
    [told('sum-met'), told('of', { count: count('met'), all })],
    [told('sum-missed'), told('of', { count: count('missed'), all })],
    [told('sum-refused'), seen.judging?.refusals.length ?? 0],
    [told('sum-questions'), questions],
  ] as const;
  return (
    <section className="panel" aria-labelledby="summary-title">
      <h2 id="summary-title">{told('summary')}</h2>
      <dl className="figures">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Each critical task with what evaluators gave it. */
function Ratings(): ReactNode {
  const { scenario, seen } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const tasks = Object.values(scenario.objectives ?? {})
    .flatMap(({ capabilities }) => Object.values(capabilities))
    .flatMap((capability) => Object.values(capability.tasks));
  return (
    <section className="panel" aria-labelledby="ratings-title">
      <h2 id="ratings-title">{told('ratings')}</h2>
      <ul className="plain-list">
        {tasks.map(({ id, name }) => (
          <li key={id}>
            <Wording of={name} />{' '}
            {(seen.judging?.ratings ?? [])
              .filter(({ task }) => task === id)
              .map(({ by, rating }) => (
                <Tag key={by} mood={RATING_MOODS[rating]}>
                  {rating} · {word(`rating-${rating}`)}
                </Tag>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
