/** The rules behind an answer, ready to be cited. */
import { entry, type Arrangement } from '../arrangement/model.ts';
import type { Ground } from './question.ts';

/** The entries with these ids, in that order; ids of no entry are left out. */
export function cite(arrangement: Arrangement, rules: Iterable<string>): Ground[] {
  return [...rules].flatMap((rule) => {
    const found = entry(arrangement, rule);
    return found ? [{ rule, name: found.name, status: found.status, sources: found.sources }] : [];
  });
}
