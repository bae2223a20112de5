/** What can go wrong between the page and the server. */

export type Problem = 'offline' | 'not-found' | 'not-signed-in' | 'no-permission' | 'failed';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'ready'; readonly value: T };

/** A problem on its way to whoever asked. */
export class Trouble extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

export function problemOf(thrown: unknown): Problem {
  return thrown instanceof Trouble ? thrown.problem : 'failed';
}
