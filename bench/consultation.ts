/** What a consultation costs that has gone on for long: an act with its live updates to every seat, and a view. */
import { readFileSync } from 'node:fs';
import { consultation, readArrangement, type Arrangement, type Day } from '@foedus/kernel';
import { machine, measure, report, type Measured } from './measure.ts';

const { decide, evolve, seating, seatViewer, updates, view, viewers } = consultation;
type Command = consultation.Command;
type Consultation = consultation.Consultation;
type Instant = consultation.Instant;

const ENTRIES = 2000;
const WATCHING = 15;
const AT = '2024-09-01' as Day;

function load(): Arrangement {
  const read = readArrangement('rok-us/arrangement.yaml', (path) =>
    readFileSync(new URL(`../arrangements/${path}`, import.meta.url)),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.faults[0]));
  return read.value;
}

const arrangement = load();
const seats = [...seating(arrangement, AT)];
const watching = viewers(arrangement, AT).slice(0, WATCHING);
let keys = 0;

function from(office: string): { key: string; seat: string; office: string; at: Instant } {
  keys += 1;
  const [seat] = seats.find(([, { offices }]) => offices.includes(office))!;
  return { key: `k${keys}`, seat, office, at: (1_700_000_000_000 + keys * 1000) as Instant };
}

/** Everything that is done for a command: it is judged, what follows happens, and everybody who watches is told. */
function act(state: Consultation | null, command: Command): Consultation {
  const decision = decide(arrangement, state, command);
  if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
  let before = state;
  for (const event of decision.events) {
    const after = evolve(before, event)!;
    for (const viewer of watching) updates(arrangement, before, event, after, viewer);
    before = after;
  }
  return before!;
}

const ROK = 'rok-president';
const US = 'us-president';
const MARKINGS = [
  { to: 'all' },
  { to: 'parties', parties: ['rok', 'us'] },
  { to: 'party', party: 'rok' },
] as const;

const commands: Readonly<Record<string, () => Command>> = {
  'a position about the last item': () => ({
    ...from(ROK),
    type: 'position',
    about: last,
    text: 'We hold to it.',
    marking: { to: 'all' },
  }),
  'inform, marked to both': () => ({
    ...from(ROK),
    type: 'inform',
    to: US,
    on: 'nuclear-release',
    text: 'For your information.',
    marking: MARKINGS[1],
  }),
  'advise, marked to one party': () => ({
    ...from(ROK),
    type: 'advise',
    on: 'nuclear-release',
    marking: MARKINGS[2],
  }),
  concur: () => ({ ...from(ROK), type: 'concur', on: 'nuclear-release', marking: { to: 'all' } }),
};
const kinds = Object.values(commands);

let last = '';
function grown(): Consultation {
  let state = act(null, {
    ...from(US),
    type: 'open',
    arrangement: arrangement.id,
    frame: { at: AT },
    matters: ['nuclear-release'],
  });
  last = state.entries[0]!.id;
  while (state.entries.length < ENTRIES) state = act(state, kinds[state.entries.length % kinds.length]!());
  return state;
}

const state = grown();
console.log(
  `${seats.length} seats, ${watching.length} watching, ${state.entries.length} entries\n${machine()}`,
);

/** Each command on the state that the one before left. */
function running(make: () => Command): Measured {
  let then = state;
  return measure(300, 50, () => {
    then = act(then, make());
  });
}

report(
  'Decide, evolve and tell 15 viewers',
  Object.entries(commands).map(([what, make]) => ({ what, goal: 2, of: running(make) })),
);
const now = (1_700_000_000_000 + 10_000_000_000) as Instant;
report('Views', [
  {
    what: 'a seat, with its options',
    goal: 20,
    of: measure(30, 5, () => view(arrangement, { ...state }, seatViewer('rok-presidency'), now)),
  },
  {
    what: 'the public',
    goal: 20,
    of: measure(30, 5, () => view(arrangement, { ...state }, { as: 'public' }, now)),
  },
]);
