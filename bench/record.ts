/**
 * The record's figures: `node bench/record.ts [entries] [folder on the disk to measure]`. Entries are sealed as a server does it and are durable
 * when SQLite has acknowledged them; the log that comes of it is published, and then verified from its files.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { record, type consultation } from '@foedus/kernel';
import { FILES, NodeRecord, openParallel } from '../packages/server/src/record/index.ts';
import { CASE, Talk } from '../packages/server/src/record/testing/pact.ts';
import { openSqlite } from '../packages/server/src/store/sqlite.ts';
import { machine } from './measure.ts';

const COUNT = Number(process.argv[2] ?? 70_000);
/** Entries in one commit: about what arrives while the one before goes to the disk. */
const BATCH = 100;

interface Figure {
  readonly what: string;
  readonly seconds: number;
  /** Of all processors together; on a machine that does other work besides, it says more than the clock. */
  readonly 'CPU seconds': number;
  readonly 'entries/s': number;
  readonly goal: string;
}

async function timed(what: string, goal: string, work: () => Promise<unknown>): Promise<Figure> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return {
    what,
    seconds: Number(seconds.toFixed(2)),
    'CPU seconds': Number(((user + system) / 1e6).toFixed(2)),
    'entries/s': Math.round(COUNT / seconds),
    goal,
  };
}

/** What was recorded, again and again: how it came about is measured elsewhere. */
function events(count: number): consultation.Event[] {
  const [event] = new Talk().says('arden-leader', { to: 'all' }, 'We ask for aid. '.repeat(20));
  return Array.from({ length: count }, () => event!);
}

const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'foedus-bench-'));
const store = await openSqlite(folder);
const node = await NodeRecord.open({
  store,
  folder: join(folder, 'record'),
  keysFolder: join(folder, 'keys'),
  onError: (error) => console.error(error),
});
await node.prepare(CASE);
const batch = events(BATCH);
const figures = [
  await timed(`seal and commit, ${BATCH} at a time`, '> 5,000/s', async () => {
    for (let done = 0; done < COUNT; done += BATCH) await store.commit(node.entriesFor(CASE, batch, 0));
  }),
  await timed('publish what is left', '', () => node.publish()),
];
const [trust] = node.trust(() => true);
const files: record.LogReader = { read: (path) => FILES.read(join(node.folderOf(trust!.origin), path)) };
for (const [how, verifying] of [
  ['on one processor', {}],
  ['on all', { open: openParallel }],
] as const)
  figures.push(
    await timed(`verify the log ${how}`, '70,000 in < 10 s', async () => {
      const verified = await record.verifyLog(files, trust!, verifying);
      if (!verified.ok || verified.value.tree.size !== COUNT) throw new Error(JSON.stringify(verified));
    }),
  );
await node.close();
await store.close();
rmSync(folder, { recursive: true });
console.log(`${COUNT} entries of the record\n${machine()}\n`);
console.table(figures);
