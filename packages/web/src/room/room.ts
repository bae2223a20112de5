/** What every part of the room is about. */
import { consultation, type Arrangement, type Day } from '@foedus/kernel';
import { createContext, use } from 'react';
import type { Shown } from '../api/cases.ts';

/** What stays as it is while things happen in the room: all that it takes to show one item. */
export interface Setting {
  readonly id: string;
  readonly arrangement: Arrangement;
  /** Under which everything of this viewer stands. */
  readonly path: string;
  /** The seat for which one may act; none for who looks on, in a replay and in a what-if. */
  readonly seat: string | undefined;
  /** The day on which the arrangement is taken. */
  readonly at: Day;
  readonly phase: Shown['phase'];
  readonly whatIf: boolean;
}

export interface Room extends Setting {
  readonly shown: Shown;
  /** By how many milliseconds the server's clock is ahead of ours. */
  readonly ahead: number;
  /** The items that this viewer sees, by their ids. */
  readonly items: ReadonlyMap<string, consultation.SeenEntry>;
}

export const SettingContext = createContext<Setting | undefined>(undefined);
export const RoomContext = createContext<Room | undefined>(undefined);

/** INVARIANT: asked within a room only. Whoever asks is drawn anew with everything that happens. */
export function useRoom(): Room {
  return use(RoomContext)!;
}

/** INVARIANT: asked within a room only. */
export function useSetting(): Setting {
  return use(SettingContext)!;
}

/** The offices that a seat holds on the day of the consultation. */
export function officesOf({ arrangement, at }: Setting, seat: string): readonly string[] {
  return consultation.seating(arrangement, at).get(seat)?.offices ?? [];
}

export function partiesOfSeat({ arrangement, at }: Setting, seat: string): readonly string[] {
  return consultation.seating(arrangement, at).get(seat)?.parties ?? [];
}
