/** Plays an exercise from STARTEX to ENDEX with players who are programs: by a script, or as willing as can be. */
import type { Arrangement } from '../../arrangement/model.ts';
import type { Instant } from '../../consultation/clock.ts';
import { randomFrom } from '../../authority/random.ts';
import { elapsedOf, momentOfElapsed, type Elapsed } from '../run/clock.ts';
import type { ExerciseRecord } from '../review/record.ts';
import type { Scenario } from '../scenario/model.ts';
import { Playing, type PartCommand, type SeatCommand } from './playing.ts';
import { willing } from './willing.ts';

/** What a player does: an act in a consultation, or something asked of the exercise. */
export type Move =
  | { readonly type: 'act'; readonly consultation: string; readonly command: SeatCommand }
  | { readonly type: 'command'; readonly command: PartCommand }
  | { readonly type: 'convene'; readonly consultation: string };

/** What is to be done, and when. */
export interface ScriptedMove {
  readonly elapsed: Elapsed;
  readonly move: Move;
}

export interface PlayOptions {
  /** The real moment at which it begins. */
  readonly at: Instant;
  /** What is done when; without it everybody plays along, as willing as can be. */
  readonly script?: readonly ScriptedMove[];
  /** Of how long willing players take to act. */
  readonly seed?: number;
}

/** Who directs when a program plays, and who plays a seat or in a cell without seats. */
export const DIRECTING = 'director';

/** Without a planned length, an exercise that nothing more comes of is over after this. */
const WITHOUT_LENGTH = 86_400;

export function play(scenario: Scenario, arrangement: Arrangement, options: PlayOptions): ExerciseRecord {
  const playing = new Playing(scenario, arrangement, options.at);
  admitAll(playing);
  playing.commands({ type: 'startex', by: DIRECTING });
  const length = elapsedOf(scenario.length ?? (WITHOUT_LENGTH as NonNullable<Scenario['length']>));
  if (options.script) playScript(playing, options.script);
  else playAlong(playing, length, options.seed ?? 1);
  if (playing.elapsed < length && scenario.length !== undefined) passTo(playing, length);
  playing.commands({ type: 'endex', by: DIRECTING });
  const { events, records, stage, state } = playing;
  return { events, records, state, stage };
}

/** One player for each seat that is played, and for each cell that has none. */
function admitAll(playing: Playing): void {
  const admit = (command: Extract<PartCommand, { readonly type: 'admit' }>['participant']): void => {
    playing.commands({ type: 'admit', by: DIRECTING, participant: command });
  };
  admit({ id: DIRECTING, name: DIRECTING, role: 'director' });
  for (const { id: cell, kind, seats } of playing.scenario.cells.values()) {
    const role = kind === 'players' ? 'player' : 'role-player';
    admit({ id: cell, name: cell, role, cell });
    for (const seat of seats) admit({ id: seat, name: seat, role, cell, seat });
  }
}

function playScript(playing: Playing, script: readonly ScriptedMove[]): void {
  for (const { elapsed, move } of script.toSorted((one, other) => one.elapsed - other.elapsed)) {
    if (elapsed > playing.elapsed) passTo(playing, elapsed);
    make(playing, move);
  }
}

/** Between two moves of all who play: 10 to 30 seconds of the scenario. */
const LEAST = 10_000;
const MORE = 20_000;

function playAlong(playing: Playing, length: Elapsed, seed: number): void {
  const random = randomFrom(seed);
  while (playing.elapsed < length) {
    const pause = LEAST + Math.floor(random() * MORE);
    passTo(playing, Math.min(playing.elapsed + pause, length) as Elapsed);
    const move = willing(playing);
    if (move) make(playing, move);
    else if (playing.next === null) return;
    else passTo(playing, Math.min(length, elapsedAtNext(playing)) as Elapsed);
  }
}

function elapsedAtNext({ next, state }: Playing): number {
  return next === null
    ? Infinity
    : state.clock.elapsed + (next - (state.clock.since ?? next)) * state.clock.rate;
}

function passTo(playing: Playing, elapsed: Elapsed): void {
  const moment = momentOfElapsed(playing.state.clock, elapsed);
  if (moment !== null) playing.passTo(moment);
}

function make(playing: Playing, move: Move): void {
  switch (move.type) {
    case 'act':
      playing.acts(move.consultation, move.command);
      break;
    case 'command':
      playing.commands(move.command);
      break;
    case 'convene':
      playing.convenes(move.consultation);
      break;
  }
}
