/** What is wrong with a command, member by member. */
import type { core } from 'zod';

export function reasons({ issues }: { readonly issues: readonly core.$ZodIssue[] }): string {
  return issues.map(({ message, path }) => `${path.map(String).join('.')}: ${message}`).join('; ');
}
