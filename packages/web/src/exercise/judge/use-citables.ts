import { useMemo } from 'react';
import { useLoaded } from '../../api/use-loaded.ts';
import { useLang } from '../../text/speak.ts';
import { useElapsed } from '../frame/elapsed.tsx';
import { useNames, usePlaying } from '../frame/playing.ts';
import { citables, type Citable } from './evidence.ts';
import { momentOf, type Moment } from './records.ts';
import { useRefusal } from './refusal-words.ts';

const NONE: Moment['cases'] = {};

/** All that can be cited now. `asOf`: something that changes when the records are to be looked at again. */
export function useCitables(asOf: string): readonly Citable[] {
  const { arrangement, id, me, scenario, seen } = usePlaying();
  const lang = useLang();
  const name = useNames();
  const refusal = useRefusal();
  const elapsed = useElapsed();
  const [loaded] = useLoaded(`records ${id} ${asOf}`, () => momentOf(id, me.id, elapsed + 1000));
  const cases = loaded.state === 'ready' ? loaded.value.cases : NONE;
  const { startex } = scenario;
  return useMemo(
    () => citables({ arrangement, cases, lang, name, refusal, seen, startex }),
    // What names things stays the same as long as the language does.
    [arrangement, cases, lang, seen, startex],
  );
}
