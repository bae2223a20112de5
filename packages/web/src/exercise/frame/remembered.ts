/** In this tab: the exercise to which a consultation belongs, so that from its room one finds back. */
import type { Playing } from './playing.ts';

export interface Remembered {
  readonly id: string;
  readonly as: string;
  /** Of the exercise's consultations. */
  readonly cases: readonly string[];
}

const NAME = 'foedus.exercise';

export function remember({ id, me, seen }: Playing): void {
  const kept: Remembered = { id, as: me.id, cases: Object.values(seen.consultations) };
  sessionStorage.setItem(NAME, JSON.stringify(kept));
}

/** The exercise to which a case belongs, as far as this tab knows. */
export function rememberedOf(room: string): Remembered | undefined {
  const text = sessionStorage.getItem(NAME);
  const kept = text === null ? undefined : (JSON.parse(text) as Remembered);
  return kept?.cases.includes(room) ? kept : undefined;
}
