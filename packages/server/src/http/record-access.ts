/** Who may read a log. Whoever may, may read all of it and know how long it is; so it is for those only who see everything that stands in it. */
import { consultation, type Arrangement } from '@foedus/kernel';
import type { Principal } from '../accounts/principal.ts';
import type { CaseMeta } from '../cases/meta.ts';
import type { Place } from '../record/index.ts';

/** Whether a principal's part in an arrangement reaches into all cases under it, as a log does. */
export function seesAllCases({ demo, roles }: Principal, arrangement: string): boolean {
  return (
    demo ||
    roles.some(
      (role) =>
        (role.role === 'seat-holder' || role.role === 'party-staff') &&
        role.arrangement === arrangement &&
        role.case === undefined,
    )
  );
}

/** Whether a viewer of a case may read a log; that he may look at the case as this viewer is known already. */
export function mayRead(
  principal: Principal,
  meta: CaseMeta,
  arrangement: Arrangement,
  viewer: consultation.Viewer,
  place: Place,
): boolean {
  if (place.kind !== meta.kind || place.arrangement !== meta.arrangement) return false;
  if (viewer.as === 'public' || !seesAllCases(principal, meta.arrangement)) return false;
  switch (place.audience) {
    case 'shared':
      return true;
    case 'own':
      return partiesOf(arrangement, meta, viewer).every((party) => party === place.party);
    case 'limited':
      return false;
  }
}

/** INVARIANT: a viewer of a case is a seat of its day, or a party. */
function partiesOf(
  arrangement: Arrangement,
  { on }: CaseMeta,
  viewer: Exclude<consultation.Viewer, { readonly as: 'public' }>,
): readonly string[] {
  return viewer.as === 'party'
    ? [viewer.party]
    : consultation.seating(arrangement, on).get(viewer.seat)!.parties;
}
