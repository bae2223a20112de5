/** Verifying the logs of all parties together: each by itself, and then what each says of the others. */
import { ofEntry, sound, wrong, type Checked } from './fault.ts';
import type { Quoted } from './quotes.ts';
import type { LogReader } from './reader.ts';
import { verifyLog, type Trust, type VerifiedLog, type Verifying } from './verify.ts';

/** A quote that nothing confirms or contradicts: the peer's log is not at hand, or not as far as the quote. */
export interface OpenQuote extends Quoted {
  /** The log that quotes. */
  readonly by: string;
}

/** Logs that are sound and agree with one another. */
export interface VerifiedRecord {
  readonly logs: ReadonlyMap<string, VerifiedLog>;
  /** Quotes of what is not at hand. One that goes beyond a log at hand says that the log was longer than what one was given. */
  readonly open: readonly OpenQuote[];
}

/** Verifies each log, then every quoted head against the log that it is of. The fault is the first, log by log. */
export async function verifyRecord(
  given: readonly { readonly reader: LogReader; readonly trust: Trust }[],
  verifying: Verifying = {},
): Promise<Checked<VerifiedRecord>> {
  const logs = new Map<string, VerifiedLog>();
  for (const { reader, trust } of given) {
    const verified = await verifyLog(reader, trust, verifying);
    if (!verified.ok) return { ok: false, fault: { ...verified.fault, log: trust.origin } };
    logs.set(trust.origin, verified.value);
  }
  const open: OpenQuote[] = [];
  for (const [by, { quoted }] of logs) {
    for (const { entry, head } of quoted) {
      const peer = logs.get(head.origin);
      if (!peer || head.size > peer.tree.size) {
        open.push({ by, entry, head });
      } else if (!peer.tree.continues(head)) {
        const { fault } = ofEntry(entry, wrong('head-not-in-log', { log: head.origin, size: head.size }));
        return { ok: false, fault: { ...fault, log: by } };
      }
    }
  }
  return sound({ logs, open });
}
