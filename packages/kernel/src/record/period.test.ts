import { describe, expect, test } from 'vitest';
import { sealEntry, type EntryKey } from './envelope.ts';
import type { NoteSigner } from './key.ts';
import { append, checkpointOf } from './log.ts';
import { handover, LOG_SEAT, type LogKey } from './period.ts';
import { keyPair, Party, sure } from './testing/fixture.ts';
import { verifyLog } from './verify.ts';

/** A log of seven entries: the fourth (index 3) hands over from one key to the next. */
class Changing extends Party {
  readonly next = keyPair(this.origin, 7);

  constructor(by?: readonly NoteSigner[], seat: string = LOG_SEAT) {
    super('rok', 1);
    this.grow(3);
    const content = { payload: handover(this.next.verifier) };
    const signers = by ?? [this.node.signer, this.next.signer];
    this.append(sure(sealEntry(this.entry(3, { content, seat }), signers)));
    this.goOn(3, this.next.signer);
  }

  goOn(count: number, signer: NoteSigner): this {
    const { size } = this.log.tree;
    const entries = Array.from({ length: count }, (_, i) => this.seal(size + i));
    const { log, files } = sure(append(this.log, entries));
    for (const { path, bytes } of files) this.files.set(path, bytes);
    this.log = log;
    this.files.set('checkpoint', sure(checkpointOf(log, [signer])));
    return this;
  }
}

const faultOf = async (party: Changing, logKeys: readonly LogKey[], entryKeys?: readonly EntryKey[]) => {
  const { trust } = party;
  const result = await verifyLog(party.reader, {
    ...trust,
    logKeys,
    entryKeys: entryKeys ?? trust.entryKeys,
  });
  return result.ok ? undefined : result.fault;
};
const periods = ({ node, next }: Changing, at = 4): LogKey[] => [
  { verifier: node.verifier, until: at },
  { verifier: next.verifier, from: at },
];

describe('a log whose key changes', () => {
  test('is verified with both keys, each in its period', async () => {
    const party = new Changing();
    expect(await faultOf(party, periods(party))).toBeUndefined();
  });

  test('is no more signed by the old key', async () => {
    const party = new Changing().goOn(1, new Changing().node.signer);
    expect(await faultOf(party, periods(party))).toMatchObject({ code: 'key-out-of-period' });
  });

  test('must say so where it changes, signed by both', async () => {
    const party = new Changing();
    expect(await faultOf(party, periods(party, 5))).toMatchObject({ code: 'handover-stray', entry: 3 });
    expect(await faultOf(party, periods(party, 3))).toMatchObject({ code: 'handover-missing', entry: 2 });
    const { node, next } = party;
    for (const alone of [node, next])
      expect(await faultOf(new Changing([alone.signer]), periods(party))).toMatchObject({
        code: 'handover-missing',
        entry: 3,
      });
  });

  test('is not handed over to another key than the one that follows', async () => {
    const party = new Changing();
    const other = keyPair(party.origin, 8);
    const keys: LogKey[] = [
      { verifier: party.node.verifier, until: 4 },
      { verifier: other.verifier, from: 4 },
    ];
    party.goOn(1, other.signer);
    expect(await faultOf(party, keys)).toMatchObject({ code: 'handover-missing', entry: 3 });
  });

  test('is not verified by who knows only one of the keys', async () => {
    const party = new Changing();
    expect(await faultOf(party, [{ verifier: party.node.verifier }])).toMatchObject({
      code: 'note-unsigned',
    });
    expect(await faultOf(party, [{ verifier: party.next.verifier }])).toMatchObject({ entry: 3 });
  });

  test('only a key of the log may speak for it', async () => {
    const party = new Changing([new Party('rok', 1).officer.signer]);
    expect(await faultOf(party, periods(party))).toMatchObject({ entry: 3 });
  });

  test.each([
    ['a gap', [{ until: 3 }, { from: 4 }]],
    ['an overlap', [{ until: 5 }, { from: 4 }]],
    ['no first entry', [{ from: 1 }]],
    ['an end', [{ until: 9 }]],
    ['an empty period', [{ until: 0 }, { from: 0 }]],
    ['no key', []],
  ])('periods with %s are refused', async (_, given) => {
    const party = new Changing();
    const keys = given.map((period, i) => ({ verifier: (i ? party.next : party.node).verifier, ...period }));
    expect(await faultOf(party, keys)).toMatchObject({ code: 'key-periods' });
  });
});

test('a seat’s key counts in its period', async () => {
  const party = new Changing();
  const { verifier } = party.officer;
  const keys = (until: number, from: number): EntryKey[] => [
    { verifier, seats: ['president'], until },
    { verifier, seats: ['president'], from },
  ];
  expect(await faultOf(party, periods(party), keys(3, 4))).toBeUndefined();
  expect(await faultOf(party, periods(party), keys(2, 4))).toMatchObject({ code: 'note-unsigned', entry: 2 });
  expect(await faultOf(party, periods(party), keys(3, 6))).toMatchObject({ code: 'note-unsigned', entry: 4 });
});
