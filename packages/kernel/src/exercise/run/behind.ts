/** Which cells are behind. It follows from what control sees. */
import type { Cell } from '../scenario/model.ts';
import type { InjectState, Participant } from './model.ts';
import { speaksFor } from './roles.ts';
import type { SeenExercise } from './seen.ts';

/** What a cell has not said that it received, and what it was expected to do and has not yet. */
export interface Behind {
  readonly cell: string;
  /** Injects of which some addressee in the cell has not said so, in the order in which they were sent. */
  readonly unacknowledged: readonly string[];
  /** Expectations without a verdict. */
  readonly awaited: readonly string[];
}

/** Of each cell. */
export function behind(
  cells: Iterable<Pick<Cell, 'id' | 'seats'>>,
  { board = [], inbox, judging, participants }: SeenExercise,
): readonly Behind[] {
  const known = new Map(participants.map((each) => [each.id, each]));
  const rows = new Map(board.map((each) => [each.inject.id, each]));
  const all = new Map<
    string,
    { readonly cell: string; readonly unacknowledged: string[]; readonly awaited: string[] }
  >();
  const cellOf = new Map<string, string>();
  for (const { id, seats } of cells) {
    all.set(id, { cell: id, unacknowledged: [], awaited: [] });
    for (const seat of seats) cellOf.set(seat, id);
  }
  for (const { inject: id } of inbox) {
    const row = rows.get(id);
    if (!row) continue;
    const open = row.inject.expected.filter((each) => judging?.verdicts[each.id] === undefined);
    const targets = Map.groupBy(row.inject.to, (target) =>
      all.has(target) ? target : (cellOf.get(target) ?? ''),
    );
    for (const [cell, mine] of targets) {
      const found = all.get(cell);
      if (!mine.every((target) => isAcknowledged(row, target, known))) found?.unacknowledged.push(id);
      found?.awaited.push(...open.map((each) => each.id));
    }
  }
  return [...all.values()];
}

function isAcknowledged(
  { acknowledged }: InjectState,
  target: string,
  participants: ReadonlyMap<string, Participant>,
): boolean {
  return acknowledged.some(({ by }) => {
    const participant = participants.get(by);
    return participant !== undefined && speaksFor(participant, target);
  });
}
