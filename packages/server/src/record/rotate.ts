/**
 * Replaces the secret of a node. Each log that has entries hands over: its last entry under the old key names the new one and is signed by both.
 *
 * The order of the steps lets it be broken off anywhere: the new secret is durably there before the store speaks of it; the entries, the
 * checkpoints that end with them and what the store knows of the keys are one commit; only then does the new secret take the place of the old one.
 * A process that still has the old secret can commit nothing that it signs: whatever it adds to a log asks that the secret be not replaced.
 */
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { record } from '@foedus/kernel';
import type { Append, Put, Store } from '../store/store.ts';
import { streamOf } from './entries.ts';
import { RecordError, sure } from './fault.ts';
import type { Files } from './files.ts';
import { keyringOf, nextSecret, openKeys, RESTORED, takeNext, type Keyring } from './keys.ts';
import { LocalLog } from './local-log.ts';
import { NODE, nodeIn, print, putNode, type Node, type PastKey } from './node.ts';
import { trustOf } from './node-trust.ts';
import { OwnEntries } from './own-entries.ts';
import { originOf, type Place } from './places.ts';
import { checkpointCell } from './publisher.ts';
import { registered } from './registry.ts';
import { TileFiles } from './tile-files.ts';

export interface Rotating {
  readonly store: Store;
  readonly files: Files;
  /** The folder of the logs' files, and the one of the secret. */
  readonly folder: string;
  readonly keysFolder: string;
  readonly now: () => number;
}

/** A log that has handed over. */
export interface HandedOver {
  readonly origin: string;
  /** The index of the last entry under the old key. */
  readonly at: number;
  /** The new key, as it is handed to those who verify. */
  readonly key: string;
}

/** How often it is tried while other processes add to the logs, and how long it waits at most in between, at random, to meet a pause of theirs. Milliseconds. */
const ATTEMPTS = 256;
const WAIT = 20;

/** Throws a `RecordError` where nothing may be signed, or others add to the logs all the time; then nothing was done. */
export async function rotate(rotating: Rotating): Promise<readonly HandedOver[]> {
  const { files, keysFolder, store } = rotating;
  const keys = await openKeys(store, files, keysFolder);
  if (await store.get(RESTORED)) throw new RecordError('record-unreconciled');
  const secret = await nextSecret(files, keysFolder);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const cell = (await store.get(NODE))!;
    const node = nodeIn(cell);
    const next = keyringOf({ ...node, print: print(secret) }, secret);
    const logs: Handing[] = [];
    for (const place of await registered(store)) logs.push(await handOver(rotating, place, keys, next));
    const handed = logs.flatMap(({ handedOver }) => handedOver ?? []);
    const past = { ...node.past };
    for (const { at, origin } of handed) past[origin] = pastKeys(keys, origin, at + 1);
    const replaced: Node = { ...node, print: print(secret), past };
    const done = await store.commit({
      appends: logs.map(({ append }) => append),
      puts: [
        // Whoever adds a log that is not among these has to read the node anew.
        putNode(replaced, cell.version),
        { ...keys.current, value: Buffer.from(new Date(rotating.now()).toISOString()) },
        ...logs.flatMap(({ puts }) => puts),
      ],
    });
    if (!done.ok) {
      await setTimeout(Math.random() * WAIT);
      continue;
    }
    await takeNext(files, keysFolder);
    return handed;
  }
  throw new RecordError('record-busy', { attempts: ATTEMPTS });
}

function pastKeys(keys: Keyring, origin: string, until: number): readonly PastKey[] {
  return [...(keys.past[origin] ?? []), { key: keys.of(origin).text, until }];
}

interface Handing {
  readonly append: Append;
  readonly puts: readonly Put[];
  readonly handedOver?: HandedOver;
}

async function handOver(
  { files, folder, now, store }: Rotating,
  place: Place,
  keys: Keyring,
  next: Keyring,
): Promise<Handing> {
  const origin = originOf(keys.node, place);
  const stream = streamOf(origin);
  const cell = await store.get(checkpointCell(origin));
  const at = await store.length(stream);
  // A log without entries begins under the new key; nobody may have begun it under the old one.
  if (at === 0) return { append: { stream, at, rows: [] }, puts: [] };
  const trust = trustOf(keys, origin, place.kind);
  const local = await LocalLog.open({
    store,
    files: new TileFiles(files, join(folder, ...origin.split('/'))),
    documents: new TileFiles(files, folder),
    trust,
    own: new OwnEntries(),
  });
  await local.growTo(at, cell && sure(record.openHead(cell.value, trust), origin));
  const [old, fresh] = [keys.of(origin), next.of(origin)];
  const sealed = sure(
    record.sealEntry(
      {
        log: origin,
        kind: place.kind,
        seat: record.LOG_SEAT,
        time: new Date(now()).toISOString() as record.Instant,
        verdict: 'proper',
        seen: [],
        content: { payload: record.handover(fresh.verifier) },
      },
      [old.signer, fresh.signer],
    ),
    origin,
  );
  const note = local.signWith(sealed, old.signer);
  return {
    append: { stream, at, rows: [sealed.bytes] },
    // Nobody can sign it later: a checkpoint is signed by the key of its last entry.
    puts: [{ cell: checkpointCell(origin), over: cell?.version ?? 'absent', value: note }],
    handedOver: { origin, at, key: fresh.text },
  };
}
