/** Arrangements of the fixtures, read. */
import { readArrangement, type Arrangement } from '@foedus/kernel';
import { filesFrom } from '../load/files.ts';
import { fixture } from './foedus.ts';

/** An arrangement of the folder `good`. */
export function arrangement(name: 'pact' | 'league'): Arrangement {
  const read = readArrangement(`arrangements/${name}/arrangement.yaml`, filesFrom(fixture('good')));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}
