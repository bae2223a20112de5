/** Codes to join: one for each place, to be handed out as a link or on a slip of paper. */
import { exercise } from '@foedus/kernel';
import { useState, type ReactNode } from 'react';
import { endCode, listCodes, makeCode, type JoinCode, type Part } from '../../api/exercises.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Button } from '../../parts/button.tsx';
import { Failure } from '../../parts/condition.tsx';
import { Select } from '../../parts/select.tsx';
import { Table } from '../../parts/table.tsx';
import { tell } from '../../parts/toast.tsx';
import { useSay } from '../../text/speak.ts';
import { Attempted, useAttempt } from '../../session/attempt.tsx';
import { useNames, usePlaying } from '../frame/playing.ts';
import { say as words } from '../words.ts';
import { say } from './words.ts';

const NONE = '';
type Role = exercise.ExerciseRole;
const ROLES = exercise.ROLES.filter((role) => role !== 'director');

export function Codes(): ReactNode {
  const { id, scenario } = usePlaying();
  const told = useSay(say);
  const [loaded, again] = useLoaded(`codes ${id}`, () => listCodes(id));
  const { attempt, state } = useAttempt();
  const made = loaded.state === 'ready' ? loaded.value : [];
  const every = Object.values(scenario.cells).flatMap(({ id: cell, kind, seats }): readonly Part[] => {
    const role = kind === 'players' ? 'player' : 'role-player';
    return seats.length === 0 ? [{ role, cell }] : seats.map((seat) => ({ role, cell, seat }));
  });
  const missing = every.filter(
    ({ cell, seat }) => !made.some((code) => code.cell === cell && code.seat === seat),
  );
  const makeAll = (): void =>
    attempt(async () => {
      let last = await makeCode(id, missing[0]!);
      for (const place of missing.slice(1)) if (last.ok) last = await makeCode(id, place);
      return last;
    }, again);
  return (
    <section className="panel stack" aria-labelledby="codes-title">
      <h2 id="codes-title">{told('codes')}</h2>
      <p className="soft">{told('codes-help')}</p>
      <MakeCode make={(place) => attempt(() => makeCode(id, place), again)} busy={state === 'busy'} />
      {missing.length > 0 && (
        <div>
          <Button isDisabled={state === 'busy' || loaded.state !== 'ready'} onPress={makeAll}>
            {told('all-codes')}
          </Button>
        </div>
      )}
      <Attempted state={state} />
      {loaded.state === 'failed' && <Failure problem={loaded.problem} again={again} />}
      {made.length > 0 && <CodeTable codes={made} end={(code) => attempt(() => endCode(id, code), again)} />}
    </section>
  );
}

function CodeTable({
  codes,
  end,
}: {
  readonly codes: readonly JoinCode[];
  readonly end: (id: string) => void;
}): ReactNode {
  const told = useSay(say);
  const word = useSay(words);
  const name = useNames();
  const copy = async (link: string): Promise<void> => {
    await navigator.clipboard.writeText(link);
    tell(told('copied'));
  };
  return (
    <Table
      caption={told('codes')}
      quiet
      heads={[told('role'), told('cell'), told('seat'), told('used'), told('code'), told('link')]}
    >
      {codes.map(({ cell, code, controller, id, link, role, seat, used }) => (
        <tr key={code} data-code={code}>
          <th scope="row">{word(`role-${role}`)}</th>
          <td>{cell === undefined ? controller !== undefined && name(controller) : name(cell)}</td>
          <td>{seat !== undefined && name(seat)}</td>
          <td>{used}</td>
          <td>
            <code>{code}</code>
          </td>
          <td>
            <a href={link}>
              <code>{link}</code>
            </a>{' '}
            <Button weight="quiet" onPress={() => void copy(new URL(link, location.href).href)}>
              {told('copy')}
            </Button>
            <Button weight="quiet" aria-label={told('end-code-named', { code })} onPress={() => end(id)}>
              {told('end-code')}
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function MakeCode({
  busy,
  make,
}: {
  readonly busy: boolean;
  readonly make: (place: Part) => void;
}): ReactNode {
  const { scenario } = usePlaying();
  const told = useSay(say);
  const word = useSay(words);
  const name = useNames();
  const [role, setRole] = useState<Role>('player');
  const [wishedCell, setCell] = useState<string>();
  const [seat, setSeat] = useState(NONE);
  const [controller, setController] = useState(NONE);
  const kind = role === 'player' ? 'players' : 'role-players';
  const cells = Object.values(scenario.cells).filter((cell) => cell.kind === kind);
  const playing = role === 'player' || role === 'role-player';
  const cell = cells.find(({ id }) => id === wishedCell) ?? cells[0];
  const seats = cell?.seats ?? [];
  const chosenSeat = seats.includes(seat) ? seat : NONE;
  const controllers = Object.keys(scenario.controllers ?? {});
  const place: Part | undefined = playing
    ? cell && { role, cell: cell.id, ...(chosenSeat === NONE ? {} : { seat: chosenSeat }) }
    : { role, ...(role === 'controller' && controller !== NONE ? { controller } : {}) };
  return (
    <div className="form-row">
      <Select
        label={told('role')}
        chosen={role}
        options={ROLES.map((id) => ({ id, label: word(`role-${id}`) }))}
        onChoose={setRole}
      />
      {playing && cell && (
        <>
          <Select
            label={told('cell')}
            chosen={cell.id}
            options={cells.map(({ id }) => ({ id, label: name(id) }))}
            onChoose={setCell}
          />
          <Select
            label={told('seat')}
            chosen={chosenSeat}
            options={[{ id: NONE, label: told('seat-any') }, ...seats.map((id) => ({ id, label: name(id) }))]}
            onChoose={setSeat}
          />
        </>
      )}
      {role === 'controller' && controllers.length > 0 && (
        <Select
          label={told('controller')}
          chosen={controller}
          options={[
            { id: NONE, label: told('controller-any') },
            ...controllers.map((id) => ({ id, label: name(id) })),
          ]}
          onChoose={setController}
        />
      )}
      <Button isDisabled={busy || !place} onPress={() => place && make(place)}>
        {told('make-code')}
      </Button>
    </div>
  );
}
