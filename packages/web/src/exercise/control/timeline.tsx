/** The list of events over time: lanes of marks, and as a list what was sent last and what comes. */
import type { exercise } from '@foedus/kernel';
import { useMemo, useState, type ReactNode } from 'react';
import { Segmented } from '../../parts/segmented.tsx';
import { Link } from '../../place/link.tsx';
import { useLang, useSay } from '../../text/speak.ts';
import { useElapsed } from '../frame/elapsed.tsx';
import { useNames, usePlaying } from '../frame/playing.ts';
import { elapsedInDigits } from '../time.ts';
import { worded, Wording } from '../wording.tsx';
import { say as words } from '../words.ts';
import { ClockControls } from './clock-controls.tsx';
import { lanesOf, OTHER, ticks, timeOf } from './lanes.ts';
import { say } from './words.ts';

const WIDTH = 1200;
const LEFT = 150;
const ROW = 14;
const SIGNS = { planned: '○', held: '▮', sent: '●', skipped: '✕' } as const;
/** How many of those sent last and of those to come are listed. */
const LISTED = 8;

export function Timeline(): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const [by, setBy] = useState<'part' | 'cell'>('part');
  return (
    <>
      <ClockControls />
      <section className="panel stack" aria-labelledby="timeline-title">
        <div className="panel-head">
          <h2 id="timeline-title">{word('view-timeline')}</h2>
          <Segmented
            label={told('lanes')}
            chosen={by}
            onChoose={setBy}
            choices={[
              { id: 'part', label: told('lanes-part') },
              { id: 'cell', label: told('lanes-cell') },
            ]}
          />
        </div>
        <Marks by={by} />
        <p className="legend soft">
          {(['sent', 'planned', 'held', 'skipped'] as const).map((state) => (
            <span key={state}>
              <span aria-hidden="true">{SIGNS[state]}</span> {word(`state-${state}`)}
            </span>
          ))}
        </p>
      </section>
      <Lists />
    </>
  );
}

function Marks({ by }: { readonly by: 'part' | 'cell' }): ReactNode {
  const { scenario, seen } = usePlaying();
  const told = useSay(say);
  const lang = useLang();
  const name = useNames();
  const elapsed = useElapsed();
  const board = seen.board ?? [];
  const last = useMemo(() => Math.max(0, ...board.map((each) => timeOf(each) ?? 0)), [board]);
  const end = Math.max(last, (scenario.length ?? 0) * 1000, elapsed, 60_000);
  const scale = (at: number): number => LEFT + (at / end) * (WIDTH - LEFT - 20);
  // A sign is some twelve units wide.
  const apart = (12 / (WIDTH - LEFT - 20)) * end;
  const lanes = useMemo(() => lanesOf(board, scenario, by, apart), [board, scenario, by, apart]);
  const laneName = (id: string): string => {
    if (id === OTHER) return told('no-lane');
    const part = by === 'part' ? scenario.parts?.[id] : undefined;
    return part ? worded(part.name, lang).text : name(id);
  };
  const tops = lanes.reduce<readonly number[]>(
    (sum, { rows }) => [...sum, sum.at(-1)! + rows * ROW + 8],
    [24],
  );
  const height = tops.at(-1)! + 4;
  return (
    <div
      className="plot-frame"
      role="region"
      aria-label={told('timeline', { count: board.length })}
      tabIndex={0}
    >
      <svg
        className="plot"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={told('timeline', { count: board.length })}
      >
        {ticks(end).map((tick) => (
          <g key={tick}>
            <line x1={scale(tick)} x2={scale(tick)} y1={16} y2={height} className="plot-grid" />
            <text x={scale(tick)} y={11} textAnchor="middle" className="plot-tick">
              {elapsedInDigits(tick).replace(/:00$/, '')}
            </text>
          </g>
        ))}
        {lanes.map(({ id, marks }, index) => (
          <g key={id}>
            <line x1={0} x2={WIDTH} y1={tops[index]! - 4} y2={tops[index]! - 4} className="plot-grid" />
            <text x={0} y={tops[index]! + 10} className="plot-lane">
              {laneName(id)}
            </text>
            {marks.map((mark) => (
              <text
                key={mark.of.inject.id}
                x={scale(mark.elapsed)}
                y={tops[index]! + mark.row * ROW + 10}
                textAnchor="middle"
                className={`plot-mark plot-${mark.of.state}`}
              >
                <title>{titleOf(mark.of, lang)}</title>
                {SIGNS[mark.of.state]}
              </text>
            ))}
          </g>
        ))}
        <line x1={scale(elapsed)} x2={scale(elapsed)} y1={14} y2={height} className="plot-now" />
      </svg>
    </div>
  );
}

function titleOf({ inject }: exercise.InjectState, lang: 'en' | 'ko' | 'ja'): string {
  return `${inject.id} ${worded(inject.title, lang).text}`;
}

function Lists(): ReactNode {
  const { seen } = usePlaying();
  const told = useSay(say);
  const board = seen.board ?? [];
  const byTime = (a: exercise.InjectState, b: exercise.InjectState): number =>
    (timeOf(a) ?? 0) - (timeOf(b) ?? 0);
  const sent = board
    .filter(({ state }) => state === 'sent')
    .toSorted(byTime)
    .slice(-LISTED)
    .toReversed();
  const coming = board
    .filter((each) => each.state === 'planned' && each.due !== undefined)
    .toSorted(byTime)
    .slice(0, LISTED);
  return (
    <div className="two-columns">
      <section className="panel" aria-labelledby="coming-title">
        <h2 id="coming-title">{told('coming')}</h2>
        {coming.length === 0 ? <p className="soft">{told('coming-nothing')}</p> : <List of={coming} />}
      </section>
      <section className="panel" aria-labelledby="sent-title">
        <h2 id="sent-title">{told('just-sent')}</h2>
        <List of={sent} />
      </section>
    </div>
  );
}

function List({ of }: { readonly of: readonly exercise.InjectState[] }): ReactNode {
  const { id, me } = usePlaying();
  return (
    <ol className="plain-list">
      {of.map((each) => (
        <li key={each.inject.id} className="received-line">
          <time>{elapsedInDigits(timeOf(each) ?? 0)}</time>
          <Link
            to={{ name: 'playing', id, as: me.id, view: 'board' }}
            query={`?inject=${encodeURIComponent(each.inject.id)}`}
          >
            <span className="mono">{each.inject.id}</span> <Wording of={each.inject.title} />
          </Link>
        </li>
      ))}
    </ol>
  );
}
