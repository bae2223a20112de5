/** Who acted when, and who was awaited: a lane for each, drawn over time; the same as a table for who can not see it. */
import { consultation, seatOf, type exercise } from '@foedus/kernel';
import { colourOfActor } from '@foedus/kernel/drawing';
import { useMemo, type ReactNode } from 'react';
import type { Reviewed } from '../../api/reviews.ts';
import { Table } from '../../parts/table.tsx';
import type { CommandType } from '../../room/act/draft.ts';
import { useTypeName } from '../../room/course/type-name.ts';
import { useSay } from '../../text/speak.ts';
import { ticks } from '../control/lanes.ts';
import { CONTROL, controls, useNames, usePlaying } from '../frame/playing.ts';
import { useExpectations } from '../judge/use-expectations.ts';
import { elapsedInDigits } from '../time.ts';
import { useWording } from '../wording.tsx';
import { say } from './words.ts';

const WIDTH = 1200;
const LEFT = 210;
const ROW = 26;
const SIGNS = { inject: '▼', entry: '●', refused: '✕', message: '✉', met: '✓', missed: '!' } as const;

export function Course({ reviewed }: { readonly reviewed: Reviewed }): ReactNode {
  const { arrangement, scenario, seen } = usePlaying();
  const told = useSay(say);
  const name = useNames();
  const wording = useWording();
  const typeName = useTypeName();
  const { measures, timeline, waits } = reviewed;
  // Who is awaited in an office is awaited at the seat that holds it; who controls stands in one lane.
  const laneOf = (who: string): string => {
    const person = seen.participants.find(({ id }) => id === who);
    if (who === consultation.DIRECTOR || (person && controls({ me: person }))) return CONTROL;
    return arrangement.offices.has(who) ? seatOf(arrangement, who, scenario.at) : (person?.seat ?? who);
  };
  const lanes = useMemo(
    () => [...new Set([...timeline.map(({ who }) => laneOf(who)), ...waits.map(({ on }) => laneOf(on))])],
    [timeline, waits],
  );
  const says = new Map(useExpectations().map(({ expected }) => [expected.id, expected.says]));
  /** The serial of an inject, what was expected, what a command is called. */
  const nameOfMoment = ({ of, what }: Pick<exercise.Moment, 'of' | 'what'>): string => {
    switch (what) {
      case 'inject':
        return of;
      case 'met':
      case 'missed':
        return wording(says.get(of) ?? {});
      case 'entry':
      case 'refused':
        return typeName(of as CommandType);
      case 'message':
        return '';
    }
  };
  const end = Math.max(measures.lasted, 60_000);
  const scale = (at: number): number => LEFT + (Math.min(at, end) / end) * (WIDTH - LEFT - 20);
  const top = (who: string): number => 24 + lanes.indexOf(laneOf(who)) * ROW;
  const height = 28 + lanes.length * ROW;
  return (
    <>
      <div className="plot-frame" role="region" aria-label={told('course')} tabIndex={0}>
        <svg className="plot" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={told('course-help')}>
          {ticks(end).map((tick) => (
            <g key={tick}>
              <line x1={scale(tick)} x2={scale(tick)} y1={16} y2={height} className="plot-grid" />
              <text x={scale(tick)} y={11} textAnchor="middle" className="plot-tick">
                {elapsedInDigits(tick).replace(/:00$/, '')}
              </text>
            </g>
          ))}
          {lanes.map((lane) => (
            <g key={lane}>
              <line x1={0} x2={WIDTH} y1={top(lane)} y2={top(lane)} className="plot-grid" />
              <text x={0} y={top(lane) + 17} className="plot-lane">
                {name(lane)}
              </text>
            </g>
          ))}
          {waits.map((wait) => (
            <rect
              key={`${wait.consultation} ${wait.entry}`}
              x={scale(wait.from)}
              y={top(wait.on) + 5}
              width={Math.max(2, scale(wait.until ?? end) - scale(wait.from))}
              height={ROW - 10}
              className={`plot-wait party-${colourOfActor(arrangement, wait.on) ?? 'joint'}`}
            />
          ))}
          {timeline.map(({ elapsed, of, what, who }, index) => (
            // What happened stays in its order.
            <text
              key={index}
              x={scale(elapsed)}
              y={top(who) + 17}
              textAnchor="middle"
              className={`plot-mark plot-${what}`}
            >
              <title>{`${elapsedInDigits(elapsed)} ${nameOfMoment({ of, what })}`}</title>
              {SIGNS[what]}
            </text>
          ))}
        </svg>
      </div>
      <p className="legend soft">
        {(['inject', 'entry', 'refused', 'message', 'met', 'missed'] as const).map((what) => (
          <span key={what}>
            <span aria-hidden="true">{SIGNS[what]}</span> {told(`moment-${what}`)}
          </span>
        ))}
        <span>
          <span aria-hidden="true" className="legend-wait" /> {told('moment-wait')}
        </span>
      </p>
      <details>
        <summary>{told('as-table')}</summary>
        <Table
          caption={told('waits')}
          heads={[told('by-whom'), told('on-whom'), told('from'), told('until-when')]}
        >
          {waits.map(({ by, consultation, entry, from, on, until }) => (
            <tr key={`${consultation} ${entry}`}>
              <th scope="row">{name(by)}</th>
              <td>{name(on)}</td>
              <td>{elapsedInDigits(from)}</td>
              <td>{until === null ? told('to-the-end') : elapsedInDigits(until)}</td>
            </tr>
          ))}
        </Table>
        <Table caption={told('course')} heads={[told('from'), told('who'), told('what')]}>
          {timeline.map(({ elapsed, of, what, who }, index) => (
            // What happened stays in its order.
            <tr key={index}>
              <td>{elapsedInDigits(elapsed)}</td>
              <th scope="row">{name(who)}</th>
              <td>
                {told(`moment-${what}`)} {nameOfMoment({ of, what })}
              </td>
            </tr>
          ))}
        </Table>
      </details>
    </>
  );
}
