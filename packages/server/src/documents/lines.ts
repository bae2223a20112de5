/** All data of an exercise as lines of JSON (https://jsonlines.org), for other programs. */
import type { AfterAction } from './context.ts';

/** The first line says what this is, and that it belongs to an exercise; each further one has a type. */
export function toLines({ measures, stage, state }: AfterAction): string {
  const { scenario } = stage;
  const of = (type: string, list: Iterable<object>): object[] => [...list].map((each) => ({ type, ...each }));
  const lines = [
    {
      type: 'after-action',
      marking: 'EXERCISE',
      scenario: scenario.id,
      arrangement: scenario.arrangement,
      at: scenario.at,
      phase: state.phase,
      startex: scenario.startex,
      elapsed: state.clock.elapsed,
    },
    ...of('participant', state.participants.values()),
    ...of('inject', state.injects.values()),
    ...[...state.consultations].map(([consultation, id]) => ({
      type: 'consultation',
      consultation,
      case: id,
    })),
    ...of('message', state.messages),
    ...[...state.verdicts].map(([expectation, verdict]) => ({ type: 'verdict', expectation, ...verdict })),
    ...of('rating', state.ratings),
    ...of('observation', state.observations),
    ...of('refusal', state.refusals),
    ...of('answer', state.answers),
    ...of('finding', state.findings.values()),
    ...of('action', state.actions.values()),
    ...measures.map((table) => ({ type: 'measure', ...table })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
