const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** A number of bytes in the largest decimal unit of which there is one, to one place. */
export function bytesInWords(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power]!}`;
}
