/** Items and what was copied, quoted or translated from them. */
import type { Consultation, Entry } from './state.ts';

/** What an item is made from: itself, what it copies, what that copies, and so on. */
export function sourcesOf(state: Consultation, id: string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  for (let next = id; next !== undefined; next = sourceOf(state.entries.find((each) => each.id === next)))
    found.add(next);
  return found;
}

/** An item and all that was made from it, in the order of the record. */
export function madeFrom(entries: readonly Entry[], id: string): readonly string[] {
  const found = new Set([id]);
  for (const entry of entries) if (found.has(sourceOf(entry) ?? '')) found.add(entry.id);
  return [...found];
}

function sourceOf(entry: Entry | undefined): string | undefined {
  return entry && 'from' in entry.command ? entry.command.from?.of : undefined;
}
