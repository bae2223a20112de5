import { expect, test } from 'vitest';
import { Group } from './group.ts';
import type { Change, Commit } from './store.ts';
import { append } from './testing/contract/words.ts';

const COMMIT: Commit = { ok: true, starts: [], versions: [] };

/** A group whose writes are looked at: how many changes each had. */
function watched(fail: (write: number) => boolean = () => false): { group: Group; writes: number[] } {
  const writes: number[] = [];
  const group = new Group(async (changes) => {
    writes.push(changes.length);
    if (fail(writes.length)) throw new Error('the disk broke');
    return changes.map(() => COMMIT);
  });
  return { group, writes };
}

const commits = (group: Group, count: number, change: Change = {}): Promise<Commit>[] =>
  Array.from({ length: count }, () => group.commit(change));

test('changes of one turn are written together, and those that come meanwhile after them', async () => {
  const { group, writes } = watched();
  const first = commits(group, 5);
  await Promise.all(first);
  await Promise.all(commits(group, 3));
  expect(writes).toEqual([5, 3]);
});

test('no group has more than 1,000 changes, or more than 8 MiB unless one change alone has', async () => {
  const { group, writes } = watched();
  await Promise.all(commits(group, 2500));
  expect(writes).toEqual([1000, 1000, 500]);
  writes.length = 0;
  await Promise.all(commits(group, 5, append('s', 'end', 'x'.repeat(3 << 20))));
  expect(writes).toEqual([2, 2, 1]);
  writes.length = 0;
  await Promise.all(commits(group, 2, append('s', 'end', 'x'.repeat(9 << 20))));
  expect(writes).toEqual([1, 1]);
});

test('where writing fails, those of the group are told, and the next group is written', async () => {
  const { group } = watched((write) => write === 1);
  const ends = await Promise.allSettled(commits(group, 1001));
  expect(ends.map(({ status }) => status)).toEqual([...Array<string>(1000).fill('rejected'), 'fulfilled']);
});

test('other work is done while nothing is written, whether it ends well or not', async () => {
  const { group, writes } = watched();
  const before = group.commit({});
  const broken = group.alone(async () => {
    expect(writes).toEqual([1]);
    throw new Error('broken work');
  });
  await expect(broken).rejects.toThrow('broken work');
  await before;
  await group.commit({});
  await group.idle();
  expect(writes).toEqual([1, 1]);
});
