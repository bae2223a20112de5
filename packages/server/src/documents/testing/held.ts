/** The tutorial as it was held: commands that were accepted by the fold itself. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exercise, readArrangement, type consultation, type Files } from '@foedus/kernel';
import type { AfterAction } from '../context.ts';
import { measureTables } from '../measures.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const files: Files = (path) => {
  try {
    return readFileSync(ROOT + path);
  } catch {
    return undefined;
  }
};

function read<T>(
  reply:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly faults: readonly unknown[] },
): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.faults));
  return reply.value;
}

type Asked<C = exercise.ExerciseCommand> = C extends exercise.ExerciseCommand ? Omit<C, 'key' | 'at'> : never;

const START = Date.UTC(2026, 10, 22, 9) as consultation.Instant;

export function held(): AfterAction {
  const arrangement = read(
    readArrangement('arrangements/examples/tutorial-two-party/arrangement.yaml', files),
  );
  const scenario = read(exercise.readScenario('scenarios/tutorial/scenario.yaml', files, () => arrangement));
  const stage: exercise.Stage = { scenario, arrangement, cases: new Map() };
  let state = exercise.begin(scenario, START);
  const events: exercise.ExerciseEvent[] = [];
  let minute = 0;
  const take = (command: exercise.ExerciseCommand | exercise.Timely): void => {
    const reply = exercise.decide(stage, state, command);
    if (!reply.ok) throw new Error(JSON.stringify(reply.refusal));
    for (const event of reply.events) {
      events.push(event);
      state = exercise.evolve(state, event);
    }
  };
  const at = (): consultation.Instant => (START + minute * 60_000) as consultation.Instant;
  const ask = (asked: Asked): void => {
    take({ ...asked, key: `k${state.keys.size}`, at: at() });
  };
  const admit = (participant: exercise.Participant): void => ask({ type: 'admit', by: 'dir', participant });
  admit({ id: 'dir', name: 'Director Dall', role: 'director' });
  admit({ id: 'con', name: 'Controller Crane', role: 'controller', controller: 'control-lead' });
  admit({ id: 'eva', name: '평가관 김', role: 'evaluator' });
  admit({ id: 'arden', name: 'Player Aster', role: 'player', cell: 'arden', seat: 'arden-president' });
  admit({ id: 'borea', name: '演者 佐藤', role: 'player', cell: 'borea', seat: 'borea-president' });
  ask({ type: 'startex', by: 'dir' });
  for (minute = 1; minute <= 4; minute += 1) take({ type: 'tick', at: at() });
  take({
    type: 'refused',
    at: at(),
    id: 'r1',
    consultation: 'border',
    seat: 'arden-president',
    command: 'decide',
    code: 'not-valid' as exercise.RefusedAct['code'],
  });
  ask({
    type: 'observe',
    by: 'eva',
    text: 'The President asked who has to be consulted <first>.',
    evidence: [{ of: 'inject', inject: '1' }],
  });
  ask({
    type: 'rate',
    by: 'eva',
    task: 'consult-borea',
    rating: 'M',
    why: 'Only after a refusal.',
    evidence: [{ of: 'refusal', refusal: 'r1' }],
  });
  ask({
    type: 'rate',
    by: 'eva',
    task: 'consult-borea',
    rating: 'S',
    why: 'In time, but only after a refusal.',
    evidence: [{ of: 'refusal', refusal: 'r1' }],
  });
  ask({
    type: 'overrule',
    by: 'eva',
    expectation: 'borea-consulted',
    verdict: 'met',
    why: 'It was done by telephone.',
  });
  ask({
    type: 'find',
    by: 'eva',
    finding: 'f1',
    kind: 'area-for-improvement',
    text: 'The duty to consult was not known beforehand.',
    task: 'consult-borea',
    rules: ['consultation-beforehand'],
    evidence: [{ of: 'refusal', refusal: 'r1' }],
  });
  ask({
    type: 'find',
    by: 'eva',
    finding: 'f2',
    kind: 'strength',
    text: 'Both sides wrote to each other at once.',
    rules: [],
    evidence: [],
  });
  ask({
    type: 'assign',
    by: 'dir',
    action: 'a1',
    finding: 'f1',
    text: 'Put the duty on the first card of the handbook.',
    owner: 'Secretariat',
    until: '2027-01-31',
    status: 'open',
  });
  ask({ type: 'endex', by: 'dir' });
  const measured = exercise.measures({ stage, state, events, records: new Map() });
  return { stage, state, measures: measureTables(stage, measured) };
}
