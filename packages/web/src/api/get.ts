/** Asking the server. */
import { Trouble, type Problem } from './problem.ts';

const PROBLEMS: Readonly<Record<number, Problem>> = {
  401: 'not-signed-in',
  403: 'no-permission',
  404: 'not-found',
};

async function get(path: string, accept: string): Promise<Response> {
  const response = await fetch(path, { headers: { accept } }).catch(() => {
    throw new Trouble(navigator.onLine ? 'failed' : 'offline');
  });
  if (!response.ok) throw new Trouble(PROBLEMS[response.status] ?? 'failed');
  return response;
}

/** Gets JSON of a shape that the server promises; throws `Trouble`. */
export async function getJson<T>(path: string): Promise<T> {
  return (await (await get(path, 'application/json')).json()) as T;
}

export async function getText(path: string): Promise<string> {
  return (await get(path, '*/*')).text();
}

/** `undefined`: there is no such file. */
export async function getBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await (await get(path, '*/*')).arrayBuffer());
  } catch (thrown) {
    if (thrown instanceof Trouble && thrown.problem === 'not-found') return undefined;
    throw thrown;
  }
}
