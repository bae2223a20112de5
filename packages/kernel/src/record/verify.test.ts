import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64, sameBytes } from './bytes.ts';
import { openCheckpoint, signCheckpoint, type Head } from './checkpoint.ts';
import { sealEntry } from './envelope.ts';
import { checkFork, findFork } from './fork.ts';
import { append, headOf, reopen } from './log.ts';
import { EMPTY_ROOT } from './merkle/hash.ts';
import { readSpans } from './reader.ts';
import { inclusionSpans, verifyInclusion } from './merkle/proof.ts';
import { spanHash } from './merkle/span.ts';
import { Party, sure } from './testing/fixture.ts';
import { verifyRecord } from './verify-record.ts';
import { verifyLog } from './verify.ts';

const verified = (party: Party, more = {}) => verifyLog(party.reader, { ...party.trust, ...more });
const fault = async (party: Party, more = {}) => {
  const result = await verified(party, more);
  return result.ok ? undefined : result.fault;
};

/** 300 entries in three batches: a full tile, partial ones, one above. Each test that changes files makes its own copy. */
const shared = new Party('rok', 1).grow(300, 110);
function copy(): Party {
  const party = new Party('rok', 1);
  for (const [path, bytes] of shared.files) party.files.set(path, bytes.slice());
  party.log = shared.log;
  return party;
}

describe('a log that is as it should be', () => {
  test('is verified, and shows its entries in their order', async () => {
    const numbers: unknown[] = [];
    const result = await verifyLog(shared.reader, shared.trust, {
      onEntry: ({ entry }) => numbers.push(entry.content),
    });
    expect(sure(result).checkpoint).toEqual({ ...headOf(shared.log), extensions: [] });
    expect(numbers).toEqual(
      Array.from({ length: 300 }, (_, number) => ({ payload: { act: 'consult', number } })),
    );
  });

  test('is so when empty', async () => {
    expect(sure(await verified(new Party('rok', 1).append())).checkpoint.root).toEqual(EMPTY_ROOT);
  });

  test('is so at every size about the width of a tile, however it was batched', async () => {
    for (const [count, batch] of [
      [1, 1],
      [255, 100],
      [256, 256],
      [257, 1],
      [513, 512],
    ] as const)
      expect(await fault(new Party('rok', 1).grow(count, batch))).toBeUndefined();
  });

  test('is so at an older size, too, when the partial files of then are dropped for the full ones', async () => {
    const party = copy();
    party.files.set('checkpoint', new Party('rok', 1).grow(110).files.get('checkpoint')!);
    party.files.delete('tile/0/000.p/110');
    party.files.delete('tile/entries/000.p/110');
    expect(sure(await verified(party)).checkpoint.size).toBe(110);
    expect(
      sure(await reopen(party.reader, 'live', headOf(new Party('rok', 1).grow(110).log))).bundle,
    ).toHaveLength(110);
  });

  test('goes on when it is opened again from its files, byte for byte as if it had never been closed', async () => {
    for (const count of [0, 1, 255, 256, 300]) {
      const party = new Party('rok', 1).grow(count, 200);
      const again = sure(await reopen(party.reader, 'live', headOf(party.log)));
      const next = [party.seal(count), party.seal(count + 1)];
      expect(sure(append(again, next)).files).toEqual(sure(append(party.log, next)).files);
    }
  });

  test('is not opened again from files that do not give its head', async () => {
    const reopened = async (break_: (party: Party) => void) => {
      const party = copy();
      break_(party);
      const again = await reopen(party.reader, 'live', headOf(shared.log));
      return again.ok ? undefined : again.fault;
    };
    const change = (path: string) => (party: Party) => {
      party.files.get(path)![20]! ^= 1;
    };
    expect(await reopened(() => undefined)).toBeUndefined();
    expect(await reopened(change('tile/0/001.p/44'))).toMatchObject({ code: 'root-wrong' });
    expect(await reopened(change('tile/entries/001.p/44'))).toMatchObject({
      code: 'entry-hash-wrong',
      entry: 256,
    });
    expect(await reopened((party) => party.files.delete('tile/1/000.p/1'))).toMatchObject({
      code: 'file-missing',
    });
  });

  test('proves an entry from a few tiles alone', async () => {
    const { size, root } = headOf(shared.log);
    const spans = inclusionSpans(77, size);
    const hashAt = sure(await readSpans(shared.reader, size, spans));
    const proof = spans.map((span) => spanHash(span, hashAt));
    expect(verifyInclusion(shared.seal(77).leaf, 77, size, proof, root)).toBe(true);
  });
});

describe('what is wrong is named', () => {
  const counting = [
    'checkpoint',
    'tile/0/000',
    'tile/0/001.p/44',
    'tile/1/000.p/1',
    'tile/entries/000',
    'tile/entries/001.p/44',
  ];

  test('any byte of any file that counts, when it was changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...counting),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (path, at, by) => {
          const party = copy();
          const bytes = party.files.get(path)!;
          bytes[at % bytes.length]! ^= by;
          expect(await fault(party)).toBeDefined();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('any file that counts and is missing', async () => {
    for (const path of counting) {
      const party = copy();
      party.files.delete(path);
      expect(await fault(party)).toMatchObject({ code: 'file-missing', params: { path } });
    }
  });

  test.each([0, 3, 255, 256, 299])('entry %d, when its bytes were changed', async (number) => {
    const party = copy();
    const path = number < 256 ? 'tile/entries/000' : 'tile/entries/001.p/44';
    const entry = party.seal(number).bytes;
    const bundle = Buffer.from(party.files.get(path)!);
    const at = bundle.indexOf(entry) + 20;
    bundle[at]! ^= 1;
    party.files.set(path, bundle);
    expect(await fault(party)).toMatchObject({ code: 'entry-hash-wrong', entry: number });
  });

  test('an entry that is not signed as it stands, though the whole log was made to fit it', async () => {
    const sealed = shared.seal(7);
    const forged = { ...sealed, bytes: new Party('rok', 9).seal(7).bytes };
    const { leaf } = sure(sealEntry(shared.entry(7), [new Party('rok', 9).officer.signer]));
    const party = new Party('rok', 1).grow(5).append({ ...forged, leaf });
    expect(await fault(party)).toMatchObject({ code: 'note-unsigned', entry: 5 });
  });

  test('an entry of another log, of another kind, or by a key of another seat', async () => {
    const us = new Party('us', 3);
    const drill = new Party('rok', 1, 'exercise');
    const live = new Party('rok', 1);
    expect(append(live.log, [live.seal(0), us.seal(0)])).toMatchObject({
      fault: { code: 'entry-of-other-log', entry: 1 },
    });
    expect(append(live.log, [drill.seal(0)])).toMatchObject({
      fault: { code: 'entry-of-other-kind', entry: 0 },
    });
    expect(await fault(drill.grow(2), { kind: 'live' })).toMatchObject({
      code: 'entry-of-other-kind',
      entry: 0,
    });
    live.grow(1).append(sure(sealEntry(live.entry(1, { seat: 'secretary' }), [live.officer.signer])));
    expect(await fault(live)).toMatchObject({ code: 'entry-not-by-seat', entry: 1 });
  });

  test('an entry that replaces what does not stand before it', async () => {
    const right = new Party('rok', 1).grow(3);
    right.append(right.seal(3, { replaces: { index: 1, leaf: right.seal(1).leaf } }));
    expect(await fault(right)).toBeUndefined();
    right.append(right.seal(4, { replaces: { index: 2, leaf: right.seal(1).leaf } }));
    expect(await fault(right)).toMatchObject({ code: 'entry-replaces-wrong', entry: 4 });
    const later = right.seal(5, { replaces: { index: 5, leaf: right.seal(1).leaf } });
    expect(append(right.log, [later])).toMatchObject({ fault: { code: 'entry-replaces-wrong', entry: 5 } });
  });

  test('a root that does not follow, a shorter log, a log that was rewritten behind a head one has', async () => {
    const party = copy();
    const { size, root } = headOf(party.log);
    const stated = sure(
      signCheckpoint({ origin: party.origin, size, root: EMPTY_ROOT }, [party.node.signer]),
    );
    party.files.set('checkpoint', stated);
    expect(await fault(party)).toMatchObject({ code: 'root-wrong' });

    const bookmark = (at: number, hash = root): Head => ({ origin: party.origin, size: at, root: hash });
    expect(await fault(shared, { heads: [bookmark(300)] })).toBeUndefined();
    expect(await fault(shared, { heads: [bookmark(301)] })).toMatchObject({
      code: 'size-wrong',
      params: { expected: 301, found: 300 },
    });
    expect(await fault(shared, { heads: [bookmark(200), bookmark(100)] })).toMatchObject({
      code: 'head-not-in-log',
      params: { size: 100 },
    });
  });
});

describe('logs that quote each other', () => {
  const us = new Party('us', 3).grow(4);
  const early = headOf(us.log);
  us.grow(300);
  const given = (...parties: readonly Party[]) => parties.map(({ reader, trust }) => ({ reader, trust }));

  test('agree', async () => {
    const rok = new Party('rok', 1)
      .grow(2)
      .grow(2, 1, [early])
      .grow(1, 1, [headOf(us.log)]);
    const record = sure(await verifyRecord(given(rok, us)));
    expect(record.open).toEqual([]);
    expect(record.logs.get(rok.origin)!.quoted.map(({ entry, head }) => [entry, head.size])).toEqual([
      [2, 4],
      [4, 304],
    ]);
  });

  test('a quote of what is not at hand stays open, and is said', async () => {
    const beyond = { ...early, size: 305 };
    const rok = new Party('rok', 1).grow(1, 1, [beyond]);
    expect(sure(await verifyRecord(given(rok, us))).open).toEqual([
      { by: rok.origin, entry: 0, head: beyond },
    ]);
    expect(sure(await verifyRecord(given(rok))).open).toHaveLength(1);
  });

  test('a head that the peer’s log never had is named with the entry that quotes it', async () => {
    const rok = new Party('rok', 1).grow(3).grow(1, 1, [{ ...early, size: 5 }]);
    expect(await verifyRecord(given(rok, us))).toMatchObject({
      fault: { code: 'head-not-in-log', log: rok.origin, entry: 3, params: { log: us.origin, size: 5 } },
    });
  });

  test('two heads of one size that differ are named within one log', async () => {
    const rok = new Party('rok', 1).grow(1, 1, [early]).grow(1, 1, [{ ...early, root: EMPTY_ROOT }]);
    expect(await fault(rok)).toMatchObject({
      code: 'heads-conflict',
      entry: 1,
      params: { before: 0, size: 4 },
    });
  });

  test('a fault in one log is named with the log', async () => {
    const broken = new Party('us', 3).grow(2);
    broken.files.delete('tile/0/000.p/2');
    expect(await verifyRecord(given(new Party('rok', 1).append(), broken))).toMatchObject({
      fault: { code: 'file-missing', log: us.origin },
    });
  });
});

describe('a fork', () => {
  /** A party shows one log to some and another, with the same key, to others: they differ from entry `from` on. */
  const forked = (from: number, sizes: readonly [number, number]) => {
    const [one, two] = [new Party('us', 3).grow(from), new Party('us', 3).grow(from)];
    one.grow(sizes[0] - from);
    if (sizes[1] > from) two.append(...Array.from({ length: sizes[1] - from }, (_, i) => two.seal(1000 + i)));
    return [one, two] as const;
  };
  const seen = async (party: Party) => {
    const { note, tree, checkpoint } = sure(await verified(party));
    return { note, tree, checkpoint };
  };

  test.each([
    [0, 1, 1],
    [2, 3, 5],
    [3, 4, 9],
    [3, 7, 7],
    [7, 8, 300],
    [256, 258, 512],
  ])(
    'from entry %d on, seen at the sizes %d and %d, is proved by two checkpoints and a few hashes',
    async (from, a, b) => {
      const [one, two] = forked(from, [a, b]);
      const fork = findFork(await seen(one), await seen(two))!;
      const heads = sure(checkFork(fork, one.origin, [one.node.verifier]));
      expect([heads.older.size, heads.newer.size]).toEqual([a, b]);
      expect(sameBytes(fork.was, heads.older.root)).toBe(false);
    },
  );

  test('is not found where a log has only grown, and can’t be made up', async () => {
    const one = new Party('us', 3).grow(5);
    const before = await seen(one);
    const after = await seen(one.grow(6));
    expect(findFork(before, after)).toBeUndefined();
    const made = { older: before.note, newer: after.note, proof: after.tree.consistency(5, 11) };
    const known = [one.node.verifier];
    for (const was of [after.tree.rootAt(5), after.tree.rootAt(4), EMPTY_ROOT])
      expect(checkFork({ ...made, was }, one.origin, known)).toMatchObject({ fault: { code: 'not-a-fork' } });
    const [, two] = forked(3, [3, 5]);
    const fork = findFork(await seen(two), after)!;
    expect(checkFork(fork, one.origin, known).ok).toBe(true);
    expect(checkFork(fork, one.origin, [new Party('us', 8).node.verifier])).toMatchObject({
      fault: { code: 'note-unsigned' },
    });
    expect(checkFork({ ...fork, proof: fork.proof.slice(1) }, one.origin, known)).toMatchObject({
      fault: { code: 'not-a-fork' },
    });
  });
});

test('what an append states is what its checkpoint says', () => {
  const party = new Party('rok', 1).grow(3);
  const signed = party.files.get('checkpoint')!;
  const { size, root } = sure(openCheckpoint(signed, party.origin, [party.node.verifier]));
  expect([size, base64(root)]).toEqual([3, base64(headOf(party.log).root)]);
});
