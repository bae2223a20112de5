/** Whose word to take for the logs of a node. */
import { record } from '@foedus/kernel';
import { nodeVerifier } from './ed25519.ts';
import { sure } from './fault.ts';
import type { Keyring } from './keys.ts';

/** The trust file among the files of the record. */
export const TRUST_FILE = 'trust.json';

/** A log's keys, each in its period, sign its checkpoints, and entries for whoever acts. */
export function trustOf(keys: Keyring, origin: string, kind: record.EntryKind): record.Trust {
  const past = keys.past[origin] ?? [];
  const all = [...past.map(({ key }) => verifierOf(key, origin)), keys.of(origin).verifier];
  const logKeys = all.map((verifier, i): record.LogKey => {
    const [from, until] = [past[i - 1]?.until, past[i]?.until];
    return { verifier, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  });
  return { origin, kind, logKeys, entryKeys: logKeys.map((key) => ({ ...key, seats: 'all' })) };
}

function verifierOf(text: string, origin: string): record.NoteVerifier {
  const { key, name } = sure(record.parseVerifierKey(text), origin);
  return sure(record.noteVerifier(name, nodeVerifier(key)), origin);
}
