import { nameOf, type Arrangement, type Day, type Happening } from '@foedus/kernel';
import { colourOf } from '@foedus/kernel/drawing';
import { scaleLinear } from 'd3-scale';
import type { ReactNode } from 'react';
import { useText } from '../../text/speak.ts';
import { numberOf, type Span, type Turn } from './history.ts';

function years({ first, last }: Span): number[] {
  const [from, until] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const step = until - from > 40 ? 10 : until - from > 20 ? 5 : 1;
  return Array.from({ length: until - from + 1 }, (_, index) => from + index).filter(
    (year) => year % step === 0,
  );
}

/** Where a day lies on the axis, as a share of its length in percent. */
export function positionOn({ first, last }: Span, day: Day | undefined, otherwise: 0 | 100): number {
  if (day === undefined) return otherwise;
  return scaleLinear([numberOf(first), numberOf(last)], [0, 100]).clamp(true)(numberOf(day));
}

/** What lies on the axis: years, the governments of the parties, the days of change, and events. */
export function TimeAxis({
  arrangement,
  span,
  turns,
  events,
}: {
  readonly arrangement: Arrangement;
  readonly span: Span;
  readonly turns: readonly Turn[];
  readonly events: readonly Happening[];
}): ReactNode {
  const text = useText();
  const at = (day: Day | undefined, otherwise: 0 | 100 = 0): string =>
    `${positionOn(span, day, otherwise).toFixed(3)}%`;
  const governed = [...arrangement.parties.keys()]
    .map((party) => [...arrangement.governments.values()].filter((each) => each.party === party))
    .filter((governments) => governments.length > 0);
  return (
    <div className="axis" aria-hidden="true">
      <div className="axis-years">
        {years(span).map((year) => (
          <span key={year} className="axis-year" style={{ left: at(`${year}-01-01` as Day) }}>
            {year}
          </span>
        ))}
      </div>
      {governed.map((governments) => (
        <div
          key={governments[0]!.party}
          className={`axis-lane party-${colourOf(arrangement, governments[0]!.party)}`}
        >
          {governments.map((each) => {
            const left = positionOn(span, each.from?.day, 0);
            const width = positionOn(span, each.until?.day, 100) - left;
            return (
              width > 0 && (
                <span
                  key={each.id}
                  className="axis-government"
                  style={{ left: `${left}%`, width: `${width}%` }}
                  title={`${text(nameOf(arrangement, each.party))}: ${text(each.name)}`}
                />
              )
            );
          })}
        </div>
      ))}
      <div className="axis-marks">
        {turns.map(({ day }) => (
          <span key={day} className="axis-turn" style={{ left: at(day) }} />
        ))}
        {events.map(({ id, from, name }) => (
          <span key={id} className="axis-event" style={{ left: at(from?.day) }} title={text(name)} />
        ))}
      </div>
    </div>
  );
}
