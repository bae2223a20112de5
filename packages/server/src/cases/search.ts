/** Search in what a viewer sees, and in nothing else: there is no index that could know more. */
import type { consultation } from '@foedus/kernel';

/** The items that contain every word; width, case and composition of characters make no difference (Unicode NFKC). */
export function found(
  history: readonly consultation.SeenEntry[],
  query: string,
): readonly consultation.SeenEntry[] {
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return history.filter((item) => {
    const text = folded(strings(item).join('\n'));
    return words.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
