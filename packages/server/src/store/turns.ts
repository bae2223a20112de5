/** Work that is done one after another where it has the same name, in the order asked for. */
import type { Name } from './store.ts';

export class Turns {
  /** Of each name under which work is done, the last that was asked for. */
  readonly #last = new Map<Name, Promise<unknown>>();

  async take<T>(name: Name, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name);
    const mine = (async () => {
      await before?.catch(() => {});
      return await work();
    })();
    this.#last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(name) === mine) this.#last.delete(name);
    }
  }
}
