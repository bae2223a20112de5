/** What every part of the room is about. */
import { consultation, type Arrangement } from '@foedus/kernel';
import { createContext, use } from 'react';
import type { Shown } from '../api/cases.ts';

export interface Room {
  readonly id: string;
  readonly arrangement: Arrangement;
  readonly shown: Shown;
  /** Under which everything of this viewer stands. */
  readonly path: string;
  /** The seat for which one may act; none for who looks on, in a replay and in a what-if. */
  readonly seat: string | undefined;
  /** By how many milliseconds the server's clock is ahead of ours. */
  readonly ahead: number;
}

export const RoomContext = createContext<Room | undefined>(undefined);

/** INVARIANT: asked within a room only. */
export function useRoom(): Room {
  return use(RoomContext)!;
}

/** The offices that a seat holds on the day of the consultation. */
export function officesOf({ arrangement, shown }: Room, seat: string): readonly string[] {
  return consultation.seating(arrangement, shown.case.at).get(seat)?.offices ?? [];
}

export function partiesOfSeat({ arrangement, shown }: Room, seat: string): readonly string[] {
  return consultation.seating(arrangement, shown.case.at).get(seat)?.parties ?? [];
}

/** An item by its id; `undefined` where the viewer does not see it. */
export function itemOf({ shown }: Room, id: string): consultation.SeenEntry | undefined {
  return shown.history.find((each) => each.id === id);
}
