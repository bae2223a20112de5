/** Who takes part, and the codes by which people come in. */
import { exercise } from '@foedus/kernel';
import type { ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Condition } from '../../parts/condition.tsx';
import { Table } from '../../parts/table.tsx';
import { useSay } from '../../text/speak.ts';
import { useNames, usePlaying } from '../frame/playing.ts';
import { say as words } from '../words.ts';
import { Codes } from './codes.tsx';
import { say } from './words.ts';

export function People(): ReactNode {
  const { ask, me, seen } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const name = useNames();
  const director = me.role === 'director';
  const people = exercise.ROLES.flatMap((role) =>
    seen.participants.filter((each) => each.role === role && each.dismissed !== true),
  );
  return (
    <div className="stack">
      <section className="panel" aria-labelledby="people-title">
        <h2 id="people-title">{told('people')}</h2>
        {people.length <= 1 && (
          <Condition sign="∅" title={told('people-none')}>
            <p className="soft">{told('people-none-help')}</p>
          </Condition>
        )}
        <Table
          caption={told('people')}
          quiet
          heads={[
            told('name'),
            told('role'),
            told('cell'),
            told('seat'),
            <span key="do" className="unseen">
              {told('dismiss')}
            </span>,
          ]}
        >
          {people.map(({ cell, controller, id, name: called, role, seat }) => (
            <tr key={id} data-participant={id}>
              <th scope="row">{called}</th>
              <td>{word(`role-${role}`)}</td>
              <td>{cell === undefined ? controller !== undefined && name(controller) : name(cell)}</td>
              <td>{seat !== undefined && name(seat)}</td>
              <td>
                {director && id !== me.id && (
                  <Button
                    weight="quiet"
                    aria-label={told('dismiss-named', { name: called })}
                    onPress={() => void ask({ type: 'dismiss', participant: id })}
                  >
                    {told('dismiss')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      </section>
      {director && <Codes />}
    </div>
  );
}
