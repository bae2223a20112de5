/** Runs of one scenario side by side. */
import { showAct } from '../../arrangement/act.ts';
import type { Rating, Verdict } from '../run/model.ts';
import { measures, type Measures } from './measures.ts';
import type { ExerciseRecord } from './record.ts';

type ExerciseFigure = 'lasted' | 'injects-sent' | 'refused' | 'missed' | 'unanswered';
type ConsultationFigure = 'to-consult' | 'to-first-concurrence' | 'never-consulted' | 'departures';

/** Counts, and times in milliseconds of scenario time: those of a consultation from when it was convened. */
export type Figure = ExerciseFigure | ConsultationFigure;

/** One line of the comparison: a value for each run, in their order; `null`: it has none there. */
export interface Line<K extends string, T> {
  readonly of: K;
  readonly consultation?: string;
  readonly values: readonly (T | null)[];
}

export interface Comparison {
  readonly runs: readonly string[];
  readonly figures: readonly Line<Figure, number>[];
  /** When each outcome was reached, by the sentence of the act. */
  readonly outcomes: readonly Line<string, number>[];
  readonly expectations: readonly Line<string, Verdict['verdict']>[];
  /** The worst rating that a task was given. */
  readonly tasks: readonly Line<string, Rating>[];
}

interface Cell<K extends string, T> {
  readonly of: K;
  readonly consultation?: string;
  readonly value: T | null;
}

export function compare(
  runs: readonly { readonly id: string; readonly record: ExerciseRecord }[],
): Comparison {
  const all = runs.map(({ record }) => measures(record));
  return {
    runs: runs.map(({ id }) => id),
    figures: lines(all, figuresOf),
    outcomes: lines(all, ({ consultations }) =>
      consultations.flatMap(({ consultation, outcomes }) =>
        outcomes.map(({ act, at }) => ({ of: showAct(act), consultation, value: at })),
      ),
    ),
    expectations: lines(all, ({ expectations }) =>
      expectations.map(({ expectation, verdict }) => ({
        of: expectation,
        value: verdict?.verdict ?? null,
      })),
    ),
    tasks: lines(all, ({ tasks }) =>
      tasks.map(({ ratings, task }) => ({
        of: task,
        value: worst(ratings.map(({ rating }) => rating)),
      })),
    ),
  };
}

const FROM_WORST: readonly Rating[] = ['U', 'M', 'S', 'P'];

function worst(ratings: readonly Rating[]): Rating | null {
  return FROM_WORST.find((rating) => ratings.includes(rating)) ?? null;
}

function figuresOf(measured: Measures): readonly Cell<Figure, number>[] {
  const { consultations, expectations, injects, lasted, messages, refused } = measured;
  return [
    { of: 'lasted', value: lasted },
    { of: 'injects-sent', value: injects.sent },
    { of: 'refused', value: refused.length },
    { of: 'missed', value: expectations.filter(({ verdict }) => verdict?.verdict === 'missed').length },
    { of: 'unanswered', value: messages.unanswered.length },
    ...consultations.flatMap((each): readonly Cell<Figure, number>[] => {
      const { concurrences, consultation, departures, neverConsulted, toConsult } = each;
      return [
        { of: 'to-consult', consultation, value: toConsult },
        { of: 'to-first-concurrence', consultation, value: concurrences[0]?.at ?? null },
        { of: 'never-consulted', consultation, value: neverConsulted.length },
        { of: 'departures', consultation, value: departures.length },
      ];
    }),
  ];
}

/** All that any run has a line for, in the order in which it is first met. */
function lines<K extends string, T>(
  all: readonly Measures[],
  of: (measured: Measures) => readonly Cell<K, T>[],
): readonly Line<K, T>[] {
  const name = (cell: Cell<K, T>): string => `${cell.consultation ?? ''} ${cell.of}`;
  const tables = all.map((each) => new Map(of(each).map((cell) => [name(cell), cell])));
  const first = new Map<string, Cell<K, T>>();
  for (const [key, cell] of tables.flatMap((table) => [...table])) if (!first.has(key)) first.set(key, cell);
  return [...first].map(([key, { consultation, of: what }]) => ({
    of: what,
    ...(consultation === undefined ? {} : { consultation }),
    values: tables.map((table) => table.get(key)?.value ?? null),
  }));
}
