/**
 * The keys of a node's logs. One secret is made at the first start and never leaves its file; the key of each log is derived from it, so
 * that no two logs share one and a log that comes later needs no second file.
 */
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { record } from '@foedus/kernel';
import type { Cell, Store } from '../store/store.ts';
import { nodeSigner, nodeVerifier } from './ed25519.ts';
import { RecordError, sure } from './fault.ts';
import type { Files } from './files.ts';
import { Order, orderKeyOf } from './order.ts';

/** Says who the node is, for all who use its store. */
const NODE = 'record/node';
const FILE = 'record.key';
/** Names of nodes are parts of names of logs, of paths and of cells. */
const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?$/;

export interface LogKey {
  readonly signer: record.NoteSigner;
  readonly verifier: record.NoteVerifier;
  /** As it is handed to those who verify: `name+id+base64`. */
  readonly text: string;
}

export interface Keyring {
  /** The node's name, with which the names of its logs begin. */
  readonly node: string;
  /** The key of a log, known by the log's origin. Always the same one. */
  readonly of: (origin: string) => LogKey;
  readonly order: Order;
}

/** What is kept in the cell: enough to tell whether a process brings the right secret. */
interface NodeCell {
  readonly format: 'foedus-node/1';
  readonly name: string;
  readonly print: string;
  /** The key that seals the order of entries, in base64. */
  readonly order: string;
}

/**
 * The keyring of a folder. At the first start of all the secret is made there (readable to its owner only) and the node gets its name: the
 * given one, else one that its secret tells. Later, and in every further process on the same store, both must be as they were.
 */
export async function openKeys(store: Store, files: Files, folder: string, name?: string): Promise<Keyring> {
  const cell = await store.get(NODE);
  const found = await files.read(join(folder, FILE));
  if (cell && !found) throw new RecordError('record-key-missing', { folder });
  const secret = found ? secretOf(found, folder) : await makeSecret(files, folder);
  const node = await agree(store, cell, {
    format: 'foedus-node/1',
    name: name ?? `foedus-${print(secret).slice(0, 8)}`,
    print: print(secret),
    order: Buffer.from(orderKeyOf(secret)).toString('base64'),
  });
  if (node.print !== print(secret)) throw new RecordError('record-key-other', { folder });
  if (name !== undefined && node.name !== name)
    throw new RecordError('record-node-other', { found: node.name, asked: name });
  return keyring(node.name, secret, Buffer.from(node.order, 'base64'));
}

/** The keyring of a secret. */
export function keyring(node: string, secret: Uint8Array, orderKey = orderKeyOf(secret)): Keyring {
  const known = new Map<string, LogKey>();
  const make = (origin: string): LogKey => {
    const seed = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `foedus-log/1\n${origin}`, 32));
    const signer = nodeSigner(record.named('secret key', seed)!);
    return {
      signer: sure(record.noteSigner(origin, signer), origin),
      verifier: sure(record.noteVerifier(origin, nodeVerifier(signer.publicKey)), origin),
      text: record.verifierKey(origin, signer.publicKey),
    };
  };
  return {
    node,
    order: new Order(orderKey),
    of: (origin) => {
      const key = known.get(origin) ?? make(origin);
      known.set(origin, key);
      return key;
    },
  };
}

/** The node of the cell; where there is none yet, this one's, unless another process comes first. */
async function agree(store: Store, cell: Cell | undefined, mine: NodeCell): Promise<NodeCell> {
  if (cell) return JSON.parse(Buffer.from(cell.value).toString()) as NodeCell;
  if (!NAME.test(mine.name)) throw new RecordError('record-node-name', { name: mine.name });
  const value = Buffer.from(JSON.stringify(mine));
  const done = await store.commit({ puts: [{ cell: NODE, over: 'absent', value }] });
  return done.ok ? mine : agree(store, await store.get(NODE), mine);
}

async function makeSecret(files: Files, folder: string): Promise<Uint8Array> {
  const secret = randomBytes(32);
  await files.makeSecretFile(join(folder, FILE), Buffer.from(`${secret.toString('base64')}\n`));
  // Another process on the same folder may have been first: what the file says counts.
  return secretOf((await files.read(join(folder, FILE)))!, folder);
}

function secretOf(file: Uint8Array, folder: string): Uint8Array {
  const secret = Buffer.from(Buffer.from(file).toString().trim(), 'base64');
  if (secret.length !== 32) throw new RecordError('record-key-malformed', { path: join(folder, FILE) });
  return secret;
}

/** Tells secrets apart and nothing of what they are. */
function print(secret: Uint8Array): string {
  return createHash('sha256').update('foedus-node/1\n').update(secret).digest('hex').slice(0, 32);
}

/** The trust file among the files of the record. */
export const TRUST_FILE = 'trust.json';

/** Whose word to take for a log of the node: its one key signs checkpoints, and entries for whoever acts. */
export function trustOf(keys: Keyring, origin: string, kind: record.EntryKind): record.Trust {
  const { verifier } = keys.of(origin);
  return { origin, kind, logKeys: [{ verifier }], entryKeys: [{ verifier, seats: 'all' }] };
}
