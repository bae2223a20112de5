import type { exercise } from '@foedus/kernel';
import type { KnownScenario } from '../../api/exercises.ts';
import type { Plain } from '../../api/plain.ts';
import { usePlaying } from '../frame/playing.ts';

export interface Expected {
  readonly inject: Pick<NonNullable<KnownScenario['injects']>[string], 'id' | 'title'>;
  readonly expected: Plain<exercise.Expectation>;
  /** When its inject was sent; `undefined`: not yet, or not known. */
  readonly sent: number | undefined;
  readonly verdict: exercise.Verdict | undefined;
}

/** What players should do, with its verdict: of the list as it stands for who controls, of the scenario for who judges. */
export function useExpectations(): readonly Expected[] {
  const { scenario, seen } = usePlaying();
  const injects = seen.board?.map(({ inject }) => inject) ?? Object.values(scenario.injects ?? {});
  const sent = new Map(seen.inbox.map((each) => [each.inject, each.elapsed]));
  return injects.flatMap(({ expected: all, id, title }) =>
    all.map((expected) => ({
      inject: { id, title },
      expected,
      sent: sent.get(id),
      verdict: seen.judging?.verdicts[expected.id],
    })),
  );
}
