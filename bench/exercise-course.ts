/** What the course of a large exercise costs without a server: a tick among 10,000 injects, and going back to a moment of one that is over. */
import { fileURLToPath } from 'node:url';
import { exercise } from '@foedus/kernel';
import { readShelf } from '../packages/server/src/cases/arrangements.ts';
import { scenarioFiles, type Size } from './exercise-scenario.ts';
import { measure, report } from './measure.ts';

const SIZE: Size = { cells: 10, timed: 9000, reserve: 1000, every: 2 };
/** As the server keeps the state after every so many events. */
const MARK = 256;

type Event = exercise.ExerciseEvent;
type Exercise = exercise.Exercise;
type Instant = Exercise['now'];

const shelf = readShelf(fileURLToPath(new URL('../arrangements', import.meta.url)));
const { arrangement } = shelf.arrangements.get('rok-us')!;
const texts = scenarioFiles(arrangement, SIZE);
const files = (path: string): Uint8Array | undefined => {
  const text = texts[path];
  return text === undefined ? undefined : Buffer.from(text);
};
const read = exercise.readScenario('scenario.yaml', files, () => arrangement);
if (!read.ok) throw new Error(JSON.stringify(read.faults[0]));
const scenario = read.value;
const stage: exercise.Stage = { scenario, arrangement, cases: new Map() };

const instant = (second: number): Instant => (2_000_000_000_000 + second * 1000) as Instant;
const events: Event[] = [];
const marks: Exercise[] = [];

/** The state after a command or a tick, which is kept as a server does. */
function after(state: Exercise, command: Parameters<typeof exercise.decide>[2]): Exercise {
  const decision = exercise.decide(stage, state, command);
  if (!decision.ok) throw new Error(decision.refusal.code);
  let then = state;
  for (const event of decision.events) {
    then = exercise.evolve(then, event);
    events.push(event);
    if (events.length % MARK === 0) marks.push(then);
  }
  return then;
}

const begun = exercise.begin(scenario, instant(0));
const director = { id: 'director', name: 'Director', role: 'director' } as const;
const admitted = after(begun, {
  type: 'admit',
  key: 'admit',
  by: director.id,
  at: instant(0),
  participant: director,
});
let state = after(admitted, { type: 'startex', key: 'startex', by: director.id, at: instant(0) });

/** One tick after another at the given distance, while there are as many as are measured. */
function ticking(seconds: number): () => void {
  let second = (state.now - instant(0)) / 1000;
  return () => {
    second += seconds;
    state = after(state, { type: 'tick', at: instant(second) });
  };
}

const injects = `${scenario.injects.size.toLocaleString('en')} injects`;
report(`A tick among ${injects}`, [
  { what: 'of which one is due', of: measure(500, 50, ticking(SIZE.every)) },
  { what: 'of which none is due', of: measure(500, 50, ticking(0.001)) },
  { what: 'when the next is due', of: measure(500, 50, () => exercise.nextMoment(stage, state)) },
  { what: 'of which 100 are due', of: measure(20, 2, ticking(SIZE.every * 100)) },
]);
state = after(state, { type: 'tick', at: instant(SIZE.timed * SIZE.every) });
state = after(state, {
  type: 'endex',
  key: 'endex',
  by: director.id,
  at: instant(SIZE.timed * SIZE.every + 1),
});

let moment = 0;
report(`Going back in the ${events.length.toLocaleString('en')} events of it`, [
  {
    what: 'to any moment, from the mark before it',
    goal: 100,
    of: measure(200, 20, () => {
      moment = (moment + 7919) % events.length;
      const mark = Math.floor(moment / MARK);
      events.slice(mark * MARK, moment).reduce(exercise.evolve, marks[mark - 1] ?? begun);
    }),
  },
  {
    what: 'to its end, from the beginning',
    of: measure(3, 1, () => events.reduce(exercise.evolve, begun)),
  },
]);
