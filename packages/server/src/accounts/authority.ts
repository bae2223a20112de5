/** What a principal may do. What no line here grants is denied. */
import type { Principal, Role } from './principal.ts';

/** Who looks at a case. */
export type Viewer =
  | { readonly as: 'seat'; readonly seat: string }
  | { readonly as: 'party'; readonly party: string }
  | { readonly as: 'public' };

/** What has to be known of a case to say who may come near it. */
export interface Governed {
  readonly id: string;
  /** The id of the arrangement that it runs under. */
  readonly arrangement: string;
  /** The exercise that it belongs to: then only who takes part in that comes near it. */
  readonly exercise?: string;
}

/** Whether a role reaches into the case at all. */
function reaches(role: Role, governed: Governed): boolean {
  switch (role.role) {
    case 'secretariat':
      return true;
    case 'observer':
      return role.case === governed.id;
    case 'seat-holder':
    case 'party-staff':
      return (
        role.arrangement === governed.arrangement &&
        (role.case === undefined ? governed.exercise === undefined : role.case === governed.id)
      );
    case 'participant':
      return role.exercise === governed.exercise;
  }
}

/** Whether a role makes its holder this viewer. Who directs or judges an exercise looks over everybody's shoulder, and acts for nobody. */
function is(role: Role, viewer: Viewer, what: 'act' | 'see'): boolean {
  if (role.role === 'participant' && viewer.as !== 'public')
    return role.looks === 'all'
      ? what === 'see'
      : viewer.as === 'seat' && role.seat !== undefined && role.seat === viewer.seat;
  switch (viewer.as) {
    case 'seat':
      return role.role === 'seat-holder' && role.seat === viewer.seat;
    case 'party':
      return role.role === 'party-staff' && role.party === viewer.party;
    case 'public':
      return true;
  }
}

/** Whether the principal administers accounts and cases. */
export function mayAdminister(principal: Principal | null): boolean {
  return principal !== null && (principal.demo || principal.roles.some(({ role }) => role === 'secretariat'));
}

/**
 * Whether a principal may act for a viewer in a case, or see what the viewer sees. Only a seat acts. Who may not even see a case's public
 * view has to be answered as if there were no such case. The secretariat, whatever else it was granted, sees the public view only, so that
 * who hands out seats can't take one; an exercise, in which nothing is decided, is another matter.
 */
export function may(
  principal: Principal | null,
  what: 'act' | 'see',
  governed: Governed,
  viewer: Viewer,
): boolean {
  if (principal === null || (what === 'act' && viewer.as !== 'seat')) return false;
  if (principal.demo) return true;
  const barred = viewer.as !== 'public' && mayAdminister(principal);
  return principal.roles.some(
    (role) => reaches(role, governed) && is(role, viewer, what) && (!barred || role.role === 'participant'),
  );
}
