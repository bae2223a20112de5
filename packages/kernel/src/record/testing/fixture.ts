/** Logs to test with: fixed keys, a notional party, files in memory. */
import type { Head } from '../checkpoint.ts';
import type { Entry, Instant } from '../entry.ts';
import { sealEntry, type EntryKey, type SealedEntry } from '../envelope.ts';
import type { Checked } from '../fault.ts';
import { noteSigner, noteVerifier, type NoteSigner, type NoteVerifier } from '../key.ts';
import { append, checkpointOf, emptyLog, type Log } from '../log.ts';
import { named } from '../nominal.ts';
import type { LogReader } from '../reader.ts';
import type { Trust } from '../verify.ts';
import { nodeSigner, nodeVerifier } from './node-ed25519.ts';

/** The value of what is expected to be sound. */
export function sure<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(`${checked.fault.code} ${JSON.stringify(checked.fault)}`);
  return checked.value;
}

/** A key pair of a name, made from one byte. */
export function keyPair(name: string, byte: number): { signer: NoteSigner; verifier: NoteVerifier } {
  const signer = nodeSigner(named('secret key', new Uint8Array(32).fill(byte))!);
  return {
    signer: sure(noteSigner(name, signer)),
    verifier: sure(noteVerifier(name, nodeVerifier(signer.publicKey))),
  };
}

/** A party: its log, its node's key, the key of one of its seats. */
export class Party {
  readonly origin: string;
  readonly node: ReturnType<typeof keyPair>;
  readonly officer: ReturnType<typeof keyPair>;
  readonly files = new Map<string, Uint8Array>();
  log: Log;

  constructor(name: string, byte: number, kind: Log['kind'] = 'live') {
    this.origin = `${name}.example/record`;
    this.node = keyPair(this.origin, byte);
    this.officer = keyPair(`${name}.example/president`, byte + 1);
    this.log = emptyLog({ origin: this.origin, kind });
  }

  get reader(): LogReader {
    return { read: (path) => Promise.resolve(this.files.get(path)) };
  }

  get trust(): Trust {
    const officer: EntryKey = { verifier: this.officer.verifier, seats: ['president'] };
    return {
      origin: this.origin,
      kind: this.log.kind,
      logKeys: [{ verifier: this.node.verifier }],
      entryKeys: [officer, { verifier: this.node.verifier, seats: ['secretary'] }],
    };
  }

  entry(number: number, more: Partial<Entry> = {}): Entry {
    return {
      log: this.origin,
      kind: this.log.kind,
      seat: 'president',
      time: '2026-11-22T21:42:00.000Z' as Instant,
      verdict: 'proper',
      seen: [],
      content: { payload: { act: 'consult', number } },
      ...more,
    };
  }

  seal(number: number, more: Partial<Entry> = {}): SealedEntry {
    return sure(sealEntry(this.entry(number, more), [this.officer.signer]));
  }

  /** Appends, writes the files and then the checkpoint. */
  append(...entries: readonly SealedEntry[]): this {
    const { log, files } = sure(append(this.log, entries));
    for (const { path, bytes } of files) this.files.set(path, bytes);
    this.log = log;
    this.files.set('checkpoint', sure(checkpointOf(log, [this.node.signer])));
    return this;
  }

  /** Appends so many entries, a batch at a time. */
  grow(count: number, batch = count, seen: readonly Head[] = []): this {
    for (let done = 0; done < count; done += batch) {
      const { size } = this.log.tree;
      const entries = Array.from({ length: Math.min(batch, count - done) }, (_, i) =>
        this.seal(size + i, { seen }),
      );
      this.append(...entries);
    }
    return this;
  }
}
