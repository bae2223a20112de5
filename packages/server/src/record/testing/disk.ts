/** A node's record on a disk in memory, driven entry by entry and then verified. */
import { record } from '@foedus/kernel';
import { MemoryStore } from '../../store/testing/memory.ts';
import type { Store } from '../../store/store.ts';
import { streamOf } from '../entries.ts';
import { sure } from '../fault.ts';
import { trustOf } from '../node-trust.ts';
import { NodeRecord } from '../open.ts';
import { CASE, type Talk } from './pact.ts';
import type { FaultyFiles } from './faulty-files.ts';

export const LOG = 'node.example/live/pact/party/arden/shared';

export function openOn(store: Store, files: FaultyFiles): Promise<NodeRecord> {
  return NodeRecord.open({
    store,
    files,
    folder: '/data/record',
    keysFolder: '/data/keys',
    node: 'node.example',
    onError: () => {},
  });
}

/** Another store that holds the same. */
export async function copyOf(store: Store): Promise<MemoryStore> {
  const copy = new MemoryStore();
  await copy.fill(store.snapshot());
  return copy;
}

/** Entries of the log, as many as wanted, of a consultation that nobody held. */
export async function fill(store: Store, node: NodeRecord, count: number, origin = LOG): Promise<void> {
  await node.prepare(CASE);
  const { signer } = node.keys.of(origin);
  const from = await store.length(streamOf(origin));
  const rows = Array.from({ length: count }, (_, i) => {
    const sealed = record.sealEntry(
      {
        log: origin,
        kind: 'live',
        seat: 'arden-leader',
        time: '2026-11-22T21:42:00.000Z' as record.Instant,
        verdict: 'proper',
        seen: [],
        content: { payload: { case: 'case-0', id: `arden-leader/${from + i}` } },
      },
      [signer],
    );
    return sure(sealed, origin).bytes;
  });
  await store.commit({ appends: [{ stream: streamOf(origin), at: 'end', rows }] });
}

/** Commits what an office says to all. */
export async function say(
  store: Store,
  node: NodeRecord,
  talk: Talk,
  office: string,
  count: number,
): Promise<void> {
  await node.prepare(CASE);
  for (let i = 0; i < count; i += 1) {
    const { appends, puts } = node.entriesFor(CASE, talk.says(office, { to: 'all' }, `words ${i}`), 0);
    const done = await store.commit({ appends, puts });
    if (!done.ok) throw new Error(done.conflict);
  }
}

/** Verifies a log from what is on the disk; gives its size, 0 where nothing is published. */
export async function sizeOf(node: NodeRecord, files: FaultyFiles, origin = LOG): Promise<number> {
  const reader: record.LogReader = { read: async (path) => files.held.get(`/data/record/${origin}/${path}`) };
  if (!(await reader.read('checkpoint'))) return 0;
  const trust = trustOf(node.keys, origin, 'live');
  // What is tested with it are files, again and again: the signatures of the entries are taken as good.
  const entryKeys = trust.entryKeys.map((key) => ({
    ...key,
    verifier: { ...key.verifier, verify: () => true },
  }));
  const verified = await record.verifyLog(reader, { ...trust, entryKeys });
  if (!verified.ok) throw new Error(JSON.stringify(verified.fault));
  return verified.value.tree.size;
}
