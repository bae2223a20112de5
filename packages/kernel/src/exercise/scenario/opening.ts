/** What convenes a planned consultation. */
import type { Open } from '../../consultation/command.ts';
import type { PlannedConsultation, Scenario } from './model.ts';

/** The command that opens it, at a moment of scenario time. It is an exercise's for ever. */
export function opening(scenario: Scenario, planned: PlannedConsultation, at: Open['at']): Open {
  const { arrangement, at: day, capitals, given, reading } = scenario;
  const { convener, matters, silenceWithoutLink } = planned;
  return {
    type: 'open',
    key: 'exercise',
    ...convener,
    at,
    arrangement,
    frame: { at: day, given, reading },
    matters,
    exercise: true,
    ...(silenceWithoutLink === undefined ? {} : { silenceWithoutLink }),
    zones: { scenario: 'clock', capitals },
  };
}
