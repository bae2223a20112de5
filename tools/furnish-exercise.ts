/** An exercise that has run for a while, and is paused. */
import { post } from './furnish.ts';

/** Scenario time since STARTEX, in milliseconds. */
const REACHED = 35 * 60_000;

/** Gives its id. */
export async function furnishExercise(server: string): Promise<string> {
  const exercises = `${server}/api/v1/exercises`;
  const { id } = await post<{ id: string }>(exercises, { key: 'picture', scenario: 'time-pressure' });
  const direct = (key: string, command: object): Promise<unknown> =>
    post(`${exercises}/${id}/as/director/commands`, { key, ...command });
  await direct('start', { type: 'startex' });
  await direct('forward', { type: 'jump', to: REACHED, passed: 'send' });
  await direct('pause', { type: 'pause' });
  return id;
}
