/** How a consultation is followed by one of its viewers. */
import { consultation } from '@foedus/kernel';
import type { Shown } from '../../api/cases.ts';
import type { Followable } from '../../live/follow.ts';

/** The view after one more update; `cursor`: its number. One that is contained already changes nothing. */
export function withUpdate(shown: Shown, update: consultation.Update, cursor: number): Shown {
  return cursor <= shown.cursor ? shown : { ...shown, ...consultation.applyUpdate(shown, update), cursor };
}

/** What is open to a seat after an update, and who is awaited, is the server's to say. */
export function viewAt(path: string): Followable<Shown> {
  return {
    whole: `${path}/view`,
    updates: `${path}/updates`,
    withUpdate: (shown, update, name) => withUpdate(shown, update as consultation.Update, Number(name)),
    refetch: true,
    isOlder: (whole, shown) => whole.cursor < shown.cursor,
    givenAt: ({ now }) => now,
  };
}
