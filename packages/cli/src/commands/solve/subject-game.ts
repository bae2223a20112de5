import { gameCircuit, readGame } from '@foedus/kernel/engine';
import { orStop } from '../../load/open.ts';
import type { Shell } from '../../shell.ts';
import type { Subject } from './subject.ts';

/** A voting game of a file. */
export function ofGame(shell: Shell, file: string, content: Uint8Array): Subject {
  const game = orStop(shell, readGame(file, content));
  // One for each rule, and one that says that all must be met.
  const gates = game.rules.length + (game.rules.length > 1 ? 1 : 0);
  const { name, players: variables } = game;
  return { kind: 'game', name, top: name, variables, gates, ...gameCircuit(game) };
}
