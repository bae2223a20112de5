import type { Arrangement } from '@foedus/kernel';
import type { Looking } from './looking.ts';
import type { Change } from './use-looking.ts';

/** What every way to look at an arrangement is given. */
export interface ViewProps {
  readonly arrangement: Arrangement;
  /** Under which the worker keeps the arrangement. */
  readonly kept: string;
  readonly looking: Looking;
  readonly change: Change;
}
