/** What an inject changes in the world of an exercise: told to its consultations by the director. */
import type { Place } from '../../arrangement/fault.ts';
import type { Wording } from './model.ts';

interface At {
  readonly place: Place;
}

export type WorldEffect =
  | ({ readonly type: 'condition'; readonly condition: string; readonly holds: boolean } & At)
  | ({ readonly type: 'link-down' | 'link-up'; readonly of: string; readonly with?: string } & At)
  | ({ readonly type: 'absent' | 'present'; readonly seat: string } & At)
  /** A new holder; a change of government is one of each seat that changes hands. */
  | ({
      readonly type: 'succeed';
      readonly seat: string;
      readonly holder: Wording;
      readonly acting: boolean;
    } & At)
  /** A rule of the arrangement (a power or a duty) is no longer applied, or is again. */
  | ({ readonly type: 'suspend' | 'restore'; readonly rule: string } & At);
