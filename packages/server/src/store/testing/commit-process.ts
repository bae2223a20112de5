/** Processes that commit, to be killed; and what has to be found afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { contents } from './contract/words.ts';
import type { Store } from '../store.ts';

const COMMITTER = fileURLToPath(new URL('committer.ts', import.meta.url));

export interface Committer {
  readonly pid: number;
  /** Waits until the first change is acknowledged. */
  readonly started: () => Promise<void>;
  /** Waits until it ends by itself; gives what it said was wrong. */
  readonly failed: () => Promise<string>;
  /** Kills it with -9; gives what it had acknowledged by then. */
  readonly kill: () => Promise<readonly string[]>;
}

export function startCommitter(dataFolder: string, name: string, databaseUrl?: string): Committer {
  const args = [COMMITTER, dataFolder, name, ...(databaseUrl === undefined ? [] : [databaseUrl])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  async function failed(): Promise<string> {
    await ended;
    return err;
  }
  async function started(): Promise<void> {
    if (out === '') await Promise.race([once(child.stdout, 'data'), ended]);
    if (child.exitCode !== null) throw new Error(err);
  }
  return {
    pid: child.pid!,
    started,
    failed,
    async kill() {
      child.kill('SIGKILL');
      await ended;
      // The last line may have been cut off, and then was not acknowledged.
      return out.split('\n').slice(0, -1);
    },
  };
}

/** Lets it commit for a random time, up to so many milliseconds, and kills it. */
export async function killedWithin(committer: Committer, most: number): Promise<readonly string[]> {
  await committer.started();
  await sleep(Math.random() * most);
  return await committer.kill();
}

/** Everything acknowledged is there, in its place; and whatever is there is whole. */
export async function expectWhole(store: Store, acknowledged: readonly string[]): Promise<void> {
  const held = await contents(store);
  const rows = (held['all'] ?? []) as readonly string[];
  const known = new Set(rows);
  expect(acknowledged.filter((each) => !known.has(each))).toEqual([]);
  // Each change added two rows there, next to each other.
  expect(rows.filter((row, index) => row !== rows[index ^ 1])).toEqual([]);
  const workers = Object.keys(held).flatMap((name) => (name.startsWith('left/') ? name.slice(5) : []));
  for (const worker of workers) {
    const mine = [...known].filter((row) => row.startsWith(`${worker} `));
    expect(mine).toEqual(mine.map((_, index) => `${worker} ${index}`));
    expect(held[`left/${worker}`]).toEqual(mine);
    expect(held[`right/${worker}`]).toEqual(mine);
    expect(held[`head/${worker}`]).toBe(mine.at(-1));
  }
  expect(rows).toHaveLength(known.size * 2);
}
