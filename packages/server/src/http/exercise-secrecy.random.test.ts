/**
 * Who plays gets nothing of what is hidden from him: random exercises are run twice, once as they are and once without the injects, messages and judgements
 * that are not for him; whatever he can fetch is the same to the byte, and holds none of the words that are hidden.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Played, SHELF } from '../exercises/testing/exercising.ts';
import { readScenarioFrom, type ScenarioShelf } from '../exercises/shelf.ts';
import { StillWorld } from '../cases/testing/world.ts';
import { served, type Served } from './testing/served.ts';
import { follow, listening } from './testing/sse.ts';

const TUTORIAL = readFileSync(
  fileURLToPath(new URL('../../../../scenarios/tutorial/scenario.yaml', import.meta.url)),
  'utf8',
);
const HEAD = TUTORIAL.slice(0, TUTORIAL.indexOf('\ninjects:\n') + 1);

type Looker = 'seat-arden-president' | 'seat-borea-president' | 'cell-staffs' | 'observer' | 'evaluator';
const LOOKERS: readonly Looker[] = [
  'seat-arden-president',
  'seat-borea-president',
  'cell-staffs',
  'observer',
  'evaluator',
];
/** Those whose whole answers are held against an exercise without what is hidden: who judges sees what is expected of injects that were never sent. */
const PLAYERS: readonly Looker[] = LOOKERS.filter((each) => each !== 'evaluator');
const CELLS: Readonly<Record<string, readonly Looker[]>> = {
  arden: ['seat-arden-president', 'observer', 'evaluator'],
  'arden-president': ['seat-arden-president', 'observer', 'evaluator'],
  borea: ['seat-borea-president', 'observer', 'evaluator'],
  staffs: ['cell-staffs', 'observer', 'evaluator'],
};
const ALL = LOOKERS;

interface Step {
  /** Minutes from the step before. */
  readonly after: number;
  readonly by: string;
  readonly command: object;
  readonly seenBy: readonly Looker[];
  readonly token: string;
}

interface PlannedInject {
  readonly yaml: string;
  readonly seenBy: readonly Looker[];
  readonly token: string;
}

/** The same numbers for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

interface Story {
  readonly injects: readonly PlannedInject[];
  readonly steps: readonly Step[];
}

function told(seed: number): Story {
  const next = chance(seed);
  const oneOf = <T>(all: readonly T[]): T => all[next(all.length)]!;
  const injects = Array.from({ length: 8 }, (_, index): PlannedInject => {
    const [cell, token] = [oneOf(Object.keys(CELLS)), `secret-inject-${seed}-${index}`];
    const due = oneOf([`at: T+${1 + next(8)}`, 'at: T+300', 'reserve: true']);
    const text = `{ en: '${token}' }`;
    const yaml = `  s${index}x${seed}:
    ${due}
    kind: expected-action
    method: message
    from: ${text}
    to: [${cell}]
    title: ${text}
    text: ${text}
    expected:
      e${index}x${seed}:
        says: { en: 'expected-${token}' }
    notes: { en: 'noted-${token}' }
`;
    return { yaml, seenBy: due.startsWith('reserve') || due.includes('T+300') ? [] : CELLS[cell]!, token };
  });
  const steps = Array.from({ length: 14 }, (_, index): Step => {
    const token = `secret-said-${seed}-${index}`;
    const after = next(2);
    const make = (by: string, seenBy: readonly Looker[], command: object): Step => ({
      after,
      by,
      seenBy,
      token,
      command: { key: `k${index}`, ...command },
    });
    switch (next(6)) {
      case 0:
        return make('director', [], { type: 'write', to: ['control'], text: token });
      case 1: {
        const cell = oneOf(Object.keys(CELLS));
        return make('director', CELLS[cell]!, { type: 'write', to: [cell], text: token });
      }
      case 2:
        return make(
          'seat-arden-president',
          ['seat-arden-president', 'seat-borea-president', 'observer', 'evaluator'],
          {
            type: 'write',
            to: ['borea'],
            text: token,
          },
        );
      case 3:
        return make('evaluator', ['evaluator'], { type: 'observe', text: token, evidence: [] });
      case 4:
        return make('evaluator', ['evaluator'], {
          type: 'rate',
          task: 'consult-borea',
          rating: 'S',
          why: token,
          evidence: [],
        });
      default:
        return make('director', [], { type: 'test', inject: `s${next(8)}x${seed}` });
    }
  });
  return { injects, steps };
}

function shelfOf({ injects }: Story): ScenarioShelf {
  const list = injects.map((each) => each.yaml).join('');
  const yaml = `${HEAD}injects:${list === '' ? ' {}\n' : `\n${list}`}`;
  const read = readScenarioFrom({ 'scenario.yaml': yaml }, SHELF, () => undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return { scenarios: new Map([['tutorial', read.value]]), faulty: [] };
}

interface Run {
  readonly server: Served;
  readonly played: Played;
  /** Where each begins to be told. */
  readonly cursors: ReadonlyMap<Looker, string>;
}

async function ran(story: Story): Promise<Run> {
  const server = await served({ shelf: SHELF, scenarios: shelfOf(story), world: new StillWorld() });
  const played = await Played.make(server);
  const cursors = new Map<Looker, string>();
  for (const looker of LOOKERS) cursors.set(looker, (await played.seen(looker)).cursor);
  await played.does('director', { type: 'startex', key: 'startex' });
  const run = await played.run();
  for (const { after, by, command } of story.steps) {
    for (let minute = 0; minute < after; minute += 1) {
      server.world.pass(60_000);
      await run.act({ type: 'tick' });
    }
    // What names an inject that was left out is refused, and changes nothing.
    await played.asks(by, command);
  }
  return { server, played, cursors };
}

/** All that somebody who takes part can fetch, without the ids that differ from run to run. */
async function everything({ cursors, played, server }: Run, looker: Looker): Promise<readonly string[]> {
  const at = `${played.path}/as/${looker}`;
  const paths = [
    at,
    `${at}/scenario`,
    `${at}/attachments/s0x1/0`,
    ...[0, 60_000, 240_000, 1e9].map((elapsed) => `${played.path}/at/${elapsed}?as=${looker}`),
  ];
  const gets = await Promise.all(paths.map((path) => server.get(path)));
  const last = Number((await played.seen(looker)).cursor.split('.')[1]);
  const watcher = await follow(`${await listening(server)}${at}/updates?after=${cursors.get(looker)}`);
  const updates = await watcher.take(last);
  watcher.close();
  const { cases } = (await server.get(played.path)).json<{ cases: Readonly<Record<string, string>> }>();
  const texts = [...gets.map(({ body, statusCode }) => `${statusCode} ${body}`), JSON.stringify(updates)];
  return texts.map((text) =>
    [played.id, ...Object.values(cases)]
      .reduce((all, id) => all.replaceAll(id, ''), text)
      .replaceAll(/"(?:id|cursor)":"[\w-]{8}\.(\d+)"/g, '"at":$1'),
  );
}

test('whatever a player fetches is the same, to the byte, as if what is hidden from him had never been', async () => {
  let hiddenOnce = 0;
  for (const seed of [1, 2]) {
    const story = told(seed);
    const whole = await ran(story);
    for (const looker of ALL) {
      const hidden = [...story.injects, ...story.steps].filter(({ seenBy }) => !seenBy.includes(looker));
      const full = await everything(whole, looker);
      if (PLAYERS.includes(looker)) {
        for (const { token } of hidden) {
          hiddenOnce += 1;
          expect(full.join('\n'), `as ${looker}`).not.toMatch(new RegExp(`${token}\\b`));
        }
        expect(full.join('\n'), `as ${looker}`).not.toMatch(/expected-secret|noted-secret/);
        const bare = await ran({
          injects: story.injects.filter((each) => !hidden.includes(each)),
          steps: story.steps.map((step) => (hidden.includes(step) ? { ...step, command: {} } : step)),
        });
        expect(full, `as ${looker}`).toEqual(await everything(bare, looker));
        await bare.server.close();
      } else expect(full.join('\n'), `as ${looker}`).not.toMatch(/noted-secret/);
    }
    await whole.server.close();
  }
  expect(hiddenOnce).toBeGreaterThan(20);
});
