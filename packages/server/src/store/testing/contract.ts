/** What every store has to keep: the same tests over each. */
import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../store.ts';
import { cells } from './contract/cells.ts';
import { changes } from './contract/changes.ts';
import { law } from './contract/law.ts';
import { streams } from './contract/streams.ts';
import { turns } from './contract/turns.ts';
import { whole } from './contract/whole.ts';

/** Holds a store to the contract; `empty` makes one that nobody has written to. */
export function contract(name: string, empty: () => Promise<Store>): void {
  describe(`${name}: the contract of a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await empty();
    });
    afterEach(() => store.close());
    const given = (): Store => store;

    streams(given);
    cells(given);
    changes(given);
    law(given);
    turns(given);
    whole(given);
  });
}
