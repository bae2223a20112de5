/** Asking the server. */
import { Trouble, type Problem } from './problem.ts';

const PROBLEMS: Readonly<Record<number, Problem>> = {
  401: 'no-permission',
  403: 'no-permission',
  404: 'not-found',
};

/** Gets JSON of a shape that the server promises; throws `Trouble`. */
export async function getJson<T>(path: string): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' } }).catch(() => {
    throw new Trouble(navigator.onLine ? 'failed' : 'offline');
  });
  if (!response.ok) throw new Trouble(PROBLEMS[response.status] ?? 'failed');
  return (await response.json()) as T;
}
