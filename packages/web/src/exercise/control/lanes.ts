/** The timeline: which inject stands in which lane, and where in it, so that marks at one time lie below each other. */
import type { exercise } from '@foedus/kernel';
import type { KnownScenario } from '../../api/exercises.ts';
import { addressesOf } from './filtering.ts';

export interface Mark {
  readonly of: exercise.InjectState;
  readonly elapsed: number;
  /** The row within the lane, from 0 on. */
  readonly row: number;
}

export interface Lane {
  readonly id: string;
  readonly marks: readonly Mark[];
  readonly rows: number;
}

/** When it was sent, or is to be; `undefined`: nobody knows. */
export function timeOf({ due, sent }: exercise.InjectState): number | undefined {
  return sent?.elapsed ?? due;
}

/** Rows of a lane; what does not fit lies over what is there. */
const MOST = 6;

/** Puts marks into the first row in which the one before is at least `apart` away. */
export function placed(injects: readonly exercise.InjectState[], apart: number): Omit<Lane, 'id'> {
  const ends: number[] = [];
  const known = injects
    .flatMap((of) => {
      const elapsed = timeOf(of);
      return elapsed === undefined ? [] : [{ of, elapsed }];
    })
    .toSorted((a, b) => a.elapsed - b.elapsed);
  const marks = known.map(({ elapsed, of }): Mark => {
    const free = ends.findIndex((end) => elapsed - end >= apart);
    const row = free >= 0 ? free : Math.min(ends.length, MOST - 1);
    ends[row] = elapsed;
    return { of, elapsed, row };
  });
  return { marks, rows: Math.max(1, ends.length) };
}

export const OTHER = '';

/** By the parts of the scenario, or by the cells that get them; an inject to several cells stands in each. */
export function lanesOf(
  board: readonly exercise.InjectState[],
  scenario: Pick<KnownScenario, 'cells' | 'parts'>,
  by: 'part' | 'cell',
  apart: number,
): readonly Lane[] {
  const groups =
    by === 'part'
      ? [...Object.keys(scenario.parts ?? {}), OTHER].map(
          (id) => [id, board.filter(({ inject }) => (inject.part ?? OTHER) === id)] as const,
        )
      : Object.keys(scenario.cells).map((id) => {
          const addresses = addressesOf(scenario, id);
          return [id, board.filter(({ inject }) => inject.to.some((to) => addresses.includes(to)))] as const;
        });
  return groups
    .map(([id, injects]) => ({ id, ...placed(injects, apart) }))
    .filter(({ marks }) => marks.length > 0);
}

const MINUTE = 60_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 7200].map((each) => each * MINUTE);

/** Round times on an axis that ends at `end`, at most twelve. */
export function ticks(end: number): readonly number[] {
  const step = STEPS.find((each) => end / each <= 12) ?? Math.ceil(end / 12 / MINUTE) * MINUTE;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}
