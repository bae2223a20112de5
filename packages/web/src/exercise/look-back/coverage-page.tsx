/** What all exercises ever held here have rehearsed of the arrangements. */
import { nameOf, type Arrangement, type exercise, ruleName } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { rehearsed } from '../../api/reviews.ts';
import { Trouble } from '../../api/problem.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { open } from '../../engine/library.ts';
import { Condition, Failure, Loading } from '../../parts/condition.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useSay, useText } from '../../text/speak.ts';
import { say as words } from '../../text/words.ts';
import { say } from './words.ts';

interface Known {
  readonly rehearsals: exercise.Rehearsals;
  readonly arrangement: Arrangement;
}

async function load(): Promise<readonly Known[]> {
  return Promise.all(
    (await rehearsed()).map(async (rehearsals) => {
      const { read } = await open(rehearsals.arrangement);
      if (!read.ok) throw new Trouble('failed');
      return { rehearsals, arrangement: read.value };
    }),
  );
}

export default function CoveragePage(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const [loaded, again] = useLoaded('coverage', load);
  const title = told('coverage');
  if (loaded.state === 'loading') return <Loading />;
  if (loaded.state === 'failed') return <Failure problem={loaded.problem} again={again} />;
  return (
    <div className="list-page stack">
      <title>{`${title} · ${word('product')}`}</title>
      <h1>{title}</h1>
      <p className="soft">{told('coverage-lead')}</p>
      {loaded.value.length === 0 && <Condition sign="∅" title={told('coverage-none')} />}
      {loaded.value.map((each) => (
        <Covered key={each.rehearsals.arrangement} {...each} />
      ))}
    </div>
  );
}

function Covered({ arrangement, rehearsals }: Known): ReactNode {
  const told = useSay(say);
  const text = useText();
  const { clauses, failures, pairs, rules } = rehearsals;
  const seat = (id: string): string => text(nameOf(arrangement, id));
  return (
    <section className="stack" aria-labelledby={`covered-${arrangement.id}`}>
      <h2 id={`covered-${arrangement.id}`}>{text(arrangement.name)}</h2>
      <Kind
        title={told('coverage-rules')}
        of={rules.map(({ by, of }) => ({ name: text(ruleName(arrangement, of)), count: by.length }))}
      />
      <Kind
        title={told('coverage-clauses')}
        of={clauses.map(({ by, of }) => ({ name: text(ruleName(arrangement, of)), count: by.length }))}
      />
      <Kind
        title={told('coverage-pairs')}
        of={pairs.map(({ by, of: [one, other] }) => ({
          name: `${seat(one)} – ${seat(other)}`,
          count: by.length,
        }))}
      />
      <Kind
        title={told('coverage-failures')}
        of={failures.map(({ by, of }) => ({ name: told(`failure-${of}`), count: by.length }))}
      />
    </section>
  );
}

/** What was rehearsed most first; what never was stands apart by its mark. */
function Kind({
  of,
  title,
}: {
  readonly title: string;
  readonly of: readonly { readonly name: string; readonly count: number }[];
}): ReactNode {
  const told = useSay(say);
  if (of.length === 0) return null;
  const done = of.filter(({ count }) => count > 0).length;
  return (
    <div>
      <h3>
        {title} <span className="soft">{told('coverage-share', { count: done, all: of.length })}</span>
      </h3>
      <ul className="covered">
        {of
          .toSorted((a, b) => b.count - a.count)
          .map(({ count, name }) => (
            <li key={name} data-rehearsed={count}>
              {name}{' '}
              <Tag mood={count > 0 ? 'good' : 'neutral'}>
                {count > 0 ? told('times', { count }) : told('never')}
              </Tag>
            </li>
          ))}
      </ul>
    </div>
  );
}
