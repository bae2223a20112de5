/** The whole record of an exercise as lines of JSON, for programs that are not ours. */
import { canonical } from '../../record/canonical.ts';
import { elapsedSince } from '../run/stage.ts';
import type { ExerciseRecord } from './record.ts';

/**
 * The first line says that it is an exercise's, and of what; then all events in the order of scenario time: those of the exercise
 * (`exercise`) and those of its consultations (`consultation`, `event`). `elapsed` is in milliseconds after STARTEX. Each line is canonical (RFC 8785).
 */
export function jsonLines({ events, records, stage }: ExerciseRecord): readonly string[] {
  const { arrangement, scenario } = stage;
  const rows = [
    ...events.map((event) => ({ elapsed: event.elapsed, exercise: event })),
    ...[...records].flatMap(([consultation, record]) =>
      record.map((event) => ({ elapsed: elapsedSince(scenario, event.at), consultation, event })),
    ),
  ];
  const head = {
    marking: 'EXERCISE',
    scenario: scenario.id,
    arrangement: arrangement.id,
    at: scenario.at,
    startex: scenario.startex,
  };
  return [head, ...rows.toSorted((one, other) => one.elapsed - other.elapsed)].map(line);
}

function line(value: unknown): string {
  const written = canonical(value);
  // INVARIANT: events are made of plain data alone; a text that is not well-formed is no reason to lose the others.
  return written.ok ? written.value : JSON.stringify(value).toWellFormed();
}
