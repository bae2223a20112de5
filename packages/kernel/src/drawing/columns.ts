/** Columns of a matrix of voice. */
import type { Arrangement } from '../arrangement/model.ts';
import type { MatterComparison } from '../authority/compare.ts';
import type { VoiceLevel } from '../authority/question.ts';

export type Side = 'left' | 'right';

/** The parties of one side whose voice is the same in every matter. */
export interface Column {
  readonly side: Side;
  readonly parties: readonly string[];
}

function keyOf({ kind, firmness, alone }: VoiceLevel): string {
  return `${kind} ${firmness} ${alone}`;
}

export function sameVoice(a: VoiceLevel, b: VoiceLevel): boolean {
  return keyOf(a) === keyOf(b);
}

/** The columns of one side, in the order of the arrangement's parties. */
export function columnsOf(
  side: Side,
  arrangement: Arrangement,
  rows: readonly MatterComparison[],
): readonly Column[] {
  const profile = (party: string): string =>
    rows
      .map((row) => row[side]?.find((voice) => voice.party === party))
      .map((voice) => (voice ? `${keyOf(voice.most)}/${keyOf(voice.least)}` : ''))
      .join();
  const groups = Map.groupBy(arrangement.parties.keys(), profile);
  return [...groups.values()].map((parties) => ({ side, parties }));
}
