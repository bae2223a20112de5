/** What a store knows of the node whose record it holds: its name, which secret it signs with, and the keys that its logs had before. */
import { createHash } from 'node:crypto';
import type { Cell, Put, Store } from '../store/store.ts';
import { RecordError } from './fault.ts';

/** Says who the node is, for all who use its store. */
export const NODE = 'record/node';
/** Names of nodes are parts of names of logs, of paths and of cells. */
const NAME = /^[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?$/;

/** A key that a log had before, and the first entry that is no longer its own. */
export interface PastKey {
  /** `name+id+base64`. */
  readonly key: string;
  readonly until: number;
}

/** Of a log, by its origin, the keys that it had before, the oldest first. One that began under the present secret is not there. */
export type PastKeys = Readonly<Record<string, readonly PastKey[]>>;

export interface Node {
  readonly format: 'foedus-node/1';
  readonly name: string;
  /** Enough to tell whether a process brings the right secret. */
  readonly print: string;
  /** The key that seals the order of entries, in base64. */
  readonly order: string;
  readonly past: PastKeys;
}

/** Tells secrets apart and nothing of what they are. */
export function print(secret: Uint8Array): string {
  return createHash('sha256').update('foedus-node/1\n').update(secret).digest('hex').slice(0, 32);
}

export function nodeIn(cell: Cell): Node {
  return JSON.parse(Buffer.from(cell.value).toString()) as Node;
}

/** What puts a node into its cell. */
export function putNode(node: Node, over: Put['over']): Put {
  return { cell: NODE, over, value: Buffer.from(JSON.stringify(node)) };
}

/** The node of the cell; where there is none yet, this one's, unless another process comes first. */
export async function agree(store: Store, cell: Cell | undefined, mine: Node): Promise<Node> {
  if (cell) return nodeIn(cell);
  if (!NAME.test(mine.name)) throw new RecordError('record-node-name', { name: mine.name });
  const done = await store.commit({ puts: [putNode(mine, 'absent')] });
  return done.ok ? mine : agree(store, await store.get(NODE), mine);
}

/** There once the secret of this print was replaced; nothing is signed with it from then on. */
export function replacedCell(of: string): Put {
  return { cell: `record/replaced/${of}`, over: 'absent', value: null };
}
