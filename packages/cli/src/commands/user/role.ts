/** Roles as they are written on a command line: `seat:rok-us/us-president@k3…`. A participant's is given by a join code only. */
import type { accounts } from '@foedus/server';
import { misuse } from '../../stop.ts';
import { sayUser } from './words.ts';

type Role = accounts.Role;

const HELD = /^(seat|staff):([a-z0-9-]+)\/([a-z0-9-]+)(?:@([\w-]+))?$/;
const OBSERVER = /^observer:([\w-]+)$/;

export function readRole(text: string): Role {
  if (text === 'secretariat') return { role: 'secretariat' };
  const [, observed] = OBSERVER.exec(text) ?? [];
  if (observed !== undefined) return { role: 'observer', case: observed };
  const [, kind, arrangement, id, held] = HELD.exec(text) ?? [];
  if (arrangement === undefined || id === undefined)
    throw misuse(sayUser('bad-role', { text }), sayUser('bad-role-hint'));
  const where = { arrangement, ...(held === undefined ? {} : { case: held }) };
  return kind === 'seat'
    ? { role: 'seat-holder', seat: id, ...where }
    : { role: 'party-staff', party: id, ...where };
}

export function showRole(role: Role): string {
  switch (role.role) {
    case 'secretariat':
      return 'secretariat';
    case 'observer':
      return `observer:${role.case}`;
    case 'seat-holder':
      return `seat:${role.arrangement}/${role.seat}${at(role.case)}`;
    case 'party-staff':
      return `staff:${role.arrangement}/${role.party}${at(role.case)}`;
    case 'participant':
      return `participant:${role.exercise}/${role.participant}`;
  }
}

function at(held: string | undefined): string {
  return held === undefined ? '' : `@${held}`;
}
