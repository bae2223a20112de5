/** The tutorial rehearses a departure from proper procedure: Arden may decide before it has consulted, and has to answer for it. */
import { expect, test } from 'vitest';
import { exercise, type consultation } from '@foedus/kernel';
import { arrangements } from '../arrangements/testing/library.ts';
import { scenarios } from './testing/library.ts';

const scenario = scenarios.get('tutorial')!;
const arrangement = arrangements.get(scenario.arrangement)!;
const ARDEN = { seat: 'arden-president', office: 'arden-president' } as const;
const BOREA = { seat: 'borea-president', office: 'borea-president' } as const;
const ON = { on: 'border-exercise', marking: { to: 'all' } } as const;
const DECIDES = { ...ARDEN, ...ON, type: 'decide' } as const;

/** What becomes of it when each of these is done, half a minute after the other. */
function played(...commands: readonly exercise.SeatCommand[]): exercise.ExerciseRecord {
  const script = commands.map((command, index) => ({
    elapsed: ((index + 1) * 30_000) as exercise.Elapsed,
    move: { type: 'act' as const, consultation: 'border', command },
  }));
  return exercise.play(scenario, arrangement, { at: 0 as consultation.Instant, script });
}

function judged({ state }: exercise.ExerciseRecord, ...expectations: readonly string[]) {
  return expectations.map((id) => state.verdicts.get(id)?.verdict);
}

test('that it rehearses one is known before it is played', () => {
  const said = exercise.examine(scenario, arrangement).map((each) => exercise.describeFinding(each).en);
  expect(said.filter((each) => each.includes('departure'))).toEqual([]);
});

test('a decision that departs brings the partner’s note, and what is made good afterwards does not undo it', () => {
  const departs = { ...DECIDES, departure: 'The railway cannot wait.' };
  const [decision] = exercise.measures(played(departs)).consultations[0]!.departures;
  const record = played(
    departs,
    { ...ARDEN, ...ON, type: 'consult', to: 'borea-president' },
    { ...BOREA, type: 'object', marking: { to: 'all' }, about: decision!.entry, text: 'Not so.' },
  );
  expect(record.state.refusals).toEqual([]);
  expect(record.state.sent).toContain('8');
  expect(judged(record, 'objection-recorded', 'consulted-afterwards')).toEqual(['met', 'met']);
  const [border] = exercise.measures(record).consultations;
  expect(border!.departures).toMatchObject([
    { why: 'The railway cannot wait.', passedOver: ['borea-president'] },
  ]);
});

test('a decision after consultation departs from nothing, and no note comes', () => {
  const record = played({ ...ARDEN, ...ON, type: 'consult', to: 'borea-president' }, DECIDES);
  expect(record.state.refusals).toEqual([]);
  expect(record.state.sent).not.toContain('8');
  expect(exercise.measures(record).consultations[0]!.departures).toEqual([]);
});
