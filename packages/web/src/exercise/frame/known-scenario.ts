/** What one may know of the scenario grows while it is played: a consultation is convened, a questionnaire handed out. */
import { useEffect, useState } from 'react';
import type { KnownScenario, ShownExercise } from '../../api/exercises.ts';
import { getJson } from '../../api/get.ts';

export function scenarioKnown(path: string): Promise<KnownScenario> {
  return getJson(`${path}/scenario`);
}

/** What is named in what is seen, and not known yet. */
function unknown(seen: ShownExercise, { consultations, questionnaires }: KnownScenario): string {
  const rooms = Object.keys(seen.consultations).filter((each) => !(each in consultations));
  const asked = seen.inbox.flatMap(({ questionnaire: each }) =>
    each !== undefined && !(each in questionnaires) ? [each] : [],
  );
  return [...rooms, ...asked].join(' ');
}

/** The scenario as it is known now; fetched again when something is named that is not known. */
export function useKnownScenario(
  path: string,
  first: KnownScenario,
  seen: ShownExercise | undefined,
): KnownScenario {
  const [known, setKnown] = useState(first);
  const missing = seen ? unknown(seen, known) : '';
  useEffect(() => {
    if (missing === '') return undefined;
    let wants = true;
    scenarioKnown(path).then(
      (found) => wants && setKnown(found),
      // It is asked for again with the next that is named, and when the page is loaded.
      () => undefined,
    );
    return () => {
      wants = false;
    };
  }, [path, missing]);
  return known;
}
