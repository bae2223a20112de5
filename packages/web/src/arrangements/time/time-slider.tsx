import type { Arrangement, Day } from '@foedus/kernel';
import { memo, useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { useSay } from '../../text/speak.ts';
import type { Change } from '../explorer/use-looking.ts';
import { say } from '../words.ts';
import { dayOf, eventsOf, neighbour, numberOf, spanOf, turnsOf } from './history.ts';
import { positionOn, TimeAxis } from './time-axis.tsx';

interface Props {
  readonly arrangement: Arrangement;
  readonly at: Day;
  readonly change: Change;
}

/** How near to a day of change the pointer takes it, as a share of the axis. */
const CATCH = 0.006;
const YEAR = 365;

/** The day on which the arrangement is looked at. The arrow keys go from change to change, page keys by years. */
export const TimeSlider = memo(function TimeSlider({ arrangement, at, change }: Props): ReactNode {
  const told = useSay(say);
  const track = useRef<HTMLDivElement>(null);
  const { turns, events, span, days } = useMemo(() => {
    const found = { turns: turnsOf(arrangement), events: eventsOf(arrangement) };
    return {
      ...found,
      span: spanOf(found.turns, found.events),
      days: found.turns.map(({ day }) => day),
    };
  }, [arrangement]);
  const [low, high] = [numberOf(span.first), numberOf(span.last) - 1];
  const turn = turns.find(({ day }) => day === at);

  const move = (day: Day | undefined, how: 'push' | 'replace'): void => {
    if (day !== undefined && day !== at) change({ at: day }, how);
  };
  const by = (count: number): Day => dayOf(Math.min(high, Math.max(low, numberOf(at) + count)));
  const key = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, () => Day | undefined>> = {
      ArrowLeft: () => neighbour(days, at, -1),
      ArrowDown: () => neighbour(days, at, -1),
      ArrowRight: () => neighbour(days, at, 1),
      ArrowUp: () => neighbour(days, at, 1),
      PageDown: () => by(-YEAR),
      PageUp: () => by(YEAR),
      Home: () => days[0],
      End: () => days.at(-1),
    };
    const found = moves[event.key];
    if (!found) return;
    event.preventDefault();
    move(found(), 'push');
  };
  const drag = (event: PointerEvent, how: 'push' | 'replace'): void => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    const exact = low + share * (high - low);
    const near = days.find((day) => Math.abs(numberOf(day) - exact) < CATCH * (high - low));
    move(near ?? dayOf(exact), how);
  };

  return (
    <div className="time screen-only">
      <div className="time-tools">
        <Button
          sign
          weight="quiet"
          aria-label={told('change-before')}
          onPress={() => move(neighbour(days, at, -1), 'push')}
        >
          ‹
        </Button>
        <DayField label={told('day')} day={at} onChange={(day) => move(day, 'push')} />
        <Button
          sign
          weight="quiet"
          aria-label={told('change-after')}
          onPress={() => move(neighbour(days, at, 1), 'push')}
        >
          ›
        </Button>
        <span className="time-turn soft">
          {turn && told('turn', { begun: turn.begun.length, ended: turn.ended.length })}
        </span>
      </div>
      <div
        ref={track}
        className="time-track"
        role="slider"
        tabIndex={0}
        aria-label={told('time')}
        aria-valuemin={low}
        aria-valuemax={high}
        aria-valuenow={Math.min(high, Math.max(low, numberOf(at)))}
        aria-valuetext={at}
        onKeyDown={key}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event, 'push');
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event, 'replace');
        }}
      >
        <TimeAxis arrangement={arrangement} span={span} turns={turns} events={events} />
        <span className="time-cursor" style={{ left: `${positionOn(span, at, 100)}%` }} aria-hidden="true" />
      </div>
    </div>
  );
});
