/**
 * Commits as fast as it can until it is killed: `node committer.ts <data folder> <name> [database]`. Each change adds a number to two streams and
 * puts it in a cell, and one more row to a stream that all share; when it is done, the number is printed. Goes on where it was ended.
 */
import { writeSync } from 'node:fs';
import { openStore } from '../open.ts';
import type { Store } from '../store.ts';

const [dataFolder, name, databaseUrl] = process.argv.slice(2) as [string, string, string?];
/** Changes that are asked for at the same time. */
const WORKERS = 4;

async function work(store: Store, worker: string): Promise<never> {
  for (let next = await store.length(`left/${worker}`); ; next += 1) {
    const cell = await store.get(`head/${worker}`);
    const row = Buffer.from(`${worker} ${next}`);
    const commit = await store.commit({
      appends: [
        { stream: `left/${worker}`, at: next, rows: [row] },
        { stream: 'all', at: 'end', rows: [row, row] },
        { stream: `right/${worker}`, at: next, rows: [row] },
      ],
      puts: [{ cell: `head/${worker}`, over: cell?.version ?? 'absent', value: row }],
    });
    if (!commit.ok) throw new Error(`nobody else writes ${commit.conflict}`);
    writeSync(1, `${worker} ${next}\n`);
  }
}

const reply = await openStore({ dataFolder, databaseUrl });
if (!reply.ok) {
  writeSync(2, `${reply.fault.code} ${JSON.stringify(reply.fault.params)}\n`);
  process.exit(1);
}
await Promise.all(Array.from({ length: WORKERS }, (_, each) => work(reply.value, `${name}-${each}`)));
