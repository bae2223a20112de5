/** What players do, from a file with a line for each act: `T+1 border consult by arden-president with borea-president on border-exercise`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { consultation, exercise, readOutcome, type Arrangement } from '@foedus/kernel';
import type { Shell } from '../../shell.ts';
import { misuse } from '../../stop.ts';
import { sayExercise } from './words.ts';

/** A moment, a consultation, an act, and after `--` the reason of a departure. */
const LINE = /^(?<at>\S+)\s+(?<consultation>\S+)\s+(?<act>[^#]+?)(?:\s+--\s+(?<departure>.+))?$/;

export function readScript(
  shell: Shell,
  arrangement: Arrangement,
  scenario: exercise.Scenario,
  file: string,
): readonly exercise.ScriptedMove[] {
  const lines = readFileSync(resolve(shell.cwd, file), 'utf8').split(/\r?\n/);
  return lines.flatMap((text, index): readonly exercise.ScriptedMove[] => {
    const line = text.trim();
    if (line === '' || line.startsWith('#')) return [];
    const move = moveOf(arrangement, scenario, line);
    if (!move) throw misuse(sayExercise('script-line', { file, line: index + 1 }));
    return [move];
  });
}

function moveOf(
  arrangement: Arrangement,
  scenario: exercise.Scenario,
  line: string,
): exercise.ScriptedMove | undefined {
  const { act = '', at = '', consultation: id = '', departure } = LINE.exec(line)?.groups ?? {};
  const after = exercise.parseSinceStart(at);
  const outcome = readOutcome(act, arrangement);
  if (after === undefined || !scenario.consultations.has(id) || !outcome.ok) return undefined;
  const { by: office, kind, on, to } = outcome.value;
  const seat = [...consultation.seating(arrangement, scenario.at)].find(
    ([, { offices }]) => office !== undefined && offices.includes(office),
  )?.[0];
  if (office === undefined || seat === undefined) return undefined;
  const reason = departure === undefined ? {} : { departure };
  const command: exercise.SeatCommand =
    kind === 'declare'
      ? { type: kind, seat, office, on, holds: true, ...reason }
      : {
          type: kind,
          seat,
          office,
          on,
          marking: { to: 'all' },
          ...(to === undefined ? {} : { to }),
          ...reason,
        };
  return { elapsed: exercise.elapsedOf(after), move: { type: 'act', consultation: id, command } };
}
