/** What one holds, by the names that its arrangement has for it. */
import { nameOf, plain, type Text } from '@foedus/kernel';
import type { ReactNode } from 'react';
import type { Role } from '../api/session.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { open } from '../engine/library.ts';
import { Link } from '../place/link.tsx';
import { useSay } from '../text/speak.ts';
import { say } from './words.ts';

export function Roles({ roles }: { readonly roles: readonly Role[] }): ReactNode {
  const told = useSay(say);
  if (roles.length === 0) return <p className="soft">{told('roles-none')}</p>;
  return (
    <ul>
      {roles.map((role) => (
        <li key={JSON.stringify(role)}>
          <RoleInWords role={role} />
          {'case' in role && (
            <>
              {' '}
              <Link to={{ name: 'consultation', id: role.case }}>{told('in-this-case')}</Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function RoleInWords({ role }: { readonly role: Role }): ReactNode {
  const told = useSay(say);
  const id = 'arrangement' in role ? role.arrangement : undefined;
  const [loaded] = useLoaded(`opened ${id}`, async () => (id === undefined ? undefined : open(id)));
  if (loaded.state === 'loading') return null;
  // An arrangement that can't be had now leaves the names that the role itself has.
  const read = loaded.state === 'ready' ? loaded.value?.read : undefined;
  const arrangement = read?.ok ? read.value : undefined;
  const named = (of: string): Text => (arrangement ? nameOf(arrangement, of) : plain(of));
  switch (role.role) {
    case 'secretariat':
    case 'observer':
      return told(`role-${role.role}`);
    case 'seat-holder':
    case 'party-staff':
      return told(`role-${role.role}`, {
        what: named(role.role === 'seat-holder' ? role.seat : role.party),
        arrangement: arrangement ? arrangement.name : plain(role.arrangement),
      });
  }
}
