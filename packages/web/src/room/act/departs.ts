import type { Circumstance, consultation } from '@foedus/kernel';

/** Whether an act whose effect the texts leave open breaks a duty when it relies on this. */
export function departs(
  { departing }: Pick<consultation.Option, 'departing'>,
  relyingOn: Circumstance,
): boolean {
  // What came over the wire is equal, not the same.
  const sought = JSON.stringify(relyingOn);
  return departing.some((each) => JSON.stringify(each) === sought);
}
