/**
 * The keys of a node's logs. One secret is made at the first start and never leaves its file; the key of each log is derived from it, so
 * that no two logs share one and a log that comes later needs no second file. It may be replaced: then each log hands over to a new key.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { record } from '@foedus/kernel';
import type { Put, Store } from '../store/store.ts';
import { nodeSigner, nodeVerifier } from './ed25519.ts';
import { RecordError, sure } from './fault.ts';
import type { Files } from './files.ts';
import { agree, NODE, print, replacedCell, type Node, type PastKeys } from './node.ts';
import { Order, orderKeyOf } from './order.ts';

const FILE = 'record.key';
/** The secret that takes its place: there while it does. */
const NEXT_FILE = 'record.next.key';

/** There while a store that was restored has not yet caught up with what had been published. */
export const RESTORED = 'record/restored';

export interface LogKey {
  readonly signer: record.NoteSigner;
  readonly verifier: record.NoteVerifier;
  /** As it is handed to those who verify: `name+id+base64`. */
  readonly text: string;
}

export interface Keyring {
  /** The node's name, with which the names of its logs begin. */
  readonly node: string;
  /** The present key of a log, known by the log's origin. Always the same one. */
  readonly of: (origin: string) => LogKey;
  /** The keys that logs had before. */
  readonly past: PastKeys;
  readonly order: Order;
  /** To be part of every change that holds what was signed: it conflicts once the secret was replaced. */
  readonly current: Put;
  /** Whether the store knows the secret; else it was restored, perhaps from before the secret was replaced. */
  readonly isKnown: boolean;
  /** By which the store knows the secret. */
  readonly print: string;
}

/**
 * The keyring of a folder. At the first start of all the secret is made there (readable to its owner only) and the node gets its name: the
 * given one, else one that its secret tells. Later, and in every further process on the same store, both must be as they were.
 */
export async function openKeys(store: Store, files: Files, folder: string, name?: string): Promise<Keyring> {
  const cell = await store.get(NODE);
  const found = await files.read(join(folder, FILE));
  if (cell && !found) throw new RecordError('record-key-missing', { folder });
  const secret = found ? secretOf(found, folder) : await makeSecret(files, folder, FILE);
  const node = await agree(store, cell, newNode(name ?? `foedus-${print(secret).slice(0, 8)}`, secret));
  if (name !== undefined && node.name !== name)
    throw new RecordError('record-node-other', { found: node.name, asked: name });
  if (node.print === print(secret)) return keyringOf(node, secret);
  const next = await files.read(join(folder, NEXT_FILE));
  // The replacement was broken off between its commit and its last step.
  if (next && print(secretOf(next, folder)) === node.print) {
    await takeNext(files, folder);
    return keyringOf(node, secretOf(next, folder));
  }
  if (await store.get(RESTORED)) return keyringOf(node, secret);
  throw new RecordError('record-key-other', { folder });
}

/** A node that begins with a secret. */
export function newNode(name: string, secret: Uint8Array): Node {
  const order = Buffer.from(orderKeyOf(secret)).toString('base64');
  return { format: 'foedus-node/1', name, print: print(secret), order, past: {} };
}

/** The keyring of a node with a secret. */
export function keyringOf(node: Node, secret: Uint8Array): Keyring {
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
    node: node.name,
    past: node.past,
    order: new Order(Buffer.from(node.order, 'base64')),
    current: replacedCell(print(secret)),
    print: print(secret),
    isKnown: node.print === print(secret),
    of: (origin) => {
      const key = known.get(origin) ?? make(origin);
      known.set(origin, key);
      return key;
    },
  };
}

/** The secret that is to replace the present one: made durably, or left from an attempt that was broken off. */
export async function nextSecret(files: Files, folder: string): Promise<Uint8Array> {
  const found = await files.read(join(folder, NEXT_FILE));
  return found ? secretOf(found, folder) : await makeSecret(files, folder, NEXT_FILE);
}

/** The next secret is the present one from now on, and the one before is gone. */
export async function takeNext(files: Files, folder: string): Promise<void> {
  await files.rename(join(folder, NEXT_FILE), join(folder, FILE));
  await files.syncFolder(folder);
}

async function makeSecret(files: Files, folder: string, file: string): Promise<Uint8Array> {
  const secret = randomBytes(32);
  await files.makeSecretFile(join(folder, file), Buffer.from(`${secret.toString('base64')}\n`));
  // Another process on the same folder may have been first: what the file says counts.
  return secretOf((await files.read(join(folder, file)))!, folder);
}

function secretOf(file: Uint8Array, folder: string): Uint8Array {
  const secret = Buffer.from(Buffer.from(file).toString().trim(), 'base64');
  if (secret.length !== 32) throw new RecordError('record-key-malformed', { path: join(folder, FILE) });
  return secret;
}
