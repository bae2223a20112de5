import type { Place } from '@foedus/kernel';

/** A place as editors and people follow it: `file:line:column`. */
export function showPlace(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}
