import type { Arrangement } from '@foedus/kernel';
import { colourOf } from '@foedus/kernel/drawing';

/** The style class of a party's colour; of several parties together, that of the joint. */
export function colourClass(arrangement: Arrangement, party: string | undefined): string {
  return party === undefined ? 'joint' : `p${colourOf(arrangement, party)}`;
}
