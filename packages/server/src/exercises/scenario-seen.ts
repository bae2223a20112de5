/** What those who take part may know of the scenario that they play. */
import { exercise } from '@foedus/kernel';
import type { RunExercise } from './exercise.ts';

export function scenarioSeenBy(run: RunExercise, viewer: exercise.ExerciseViewer): object {
  const { scenario } = run;
  switch (viewer.as) {
    case 'control':
      return scenario;
    case 'evaluator':
      return {
        ...scenario,
        injects: new Map([...scenario.injects].map(([id, each]) => [id, unnoted(each)])),
      };
    case 'observer':
    case 'cell': {
      const { arrangement, at, capitals, cells, id, name, situation, startex } = scenario;
      const { consultations: convened, inbox } = exercise.seen(run.stage, run.state, viewer);
      const asked = new Set(inbox.flatMap(({ questionnaire }) => questionnaire ?? []));
      const questionnaires = new Map([...scenario.questionnaires].filter(([each]) => asked.has(each)));
      const own = viewer.as === 'cell' ? viewer.seat : undefined;
      const consultations = new Map(
        [...scenario.consultations]
          .filter(([each, { convener }]) => each in convened || convener.seat === own)
          .map(([each, known]) => [each, { id: each, name: known.name, convener: known.convener }]),
      );
      return {
        id,
        name,
        situation,
        arrangement,
        at,
        startex,
        capitals,
        cells,
        consultations,
        questionnaires,
      };
    }
  }
}

/** Without what control notes for itself. */
function unnoted(inject: exercise.Inject): exercise.Inject {
  const { notes: _, ...rest } = inject;
  return { ...rest, extra: {} };
}
