/** What to do about a record that does not verify. */
import type { record, Text } from '@foedus/kernel';
import { sayRecord } from '../record/words.ts';

const MISSING: readonly record.RecordFaultCode[] = ['file-missing', 'file-malformed'];
const FORKED: readonly record.RecordFaultCode[] = ['heads-conflict', 'head-not-in-log', 'size-wrong'];
const UNTRUSTED: readonly record.RecordFaultCode[] = [
  'note-unsigned',
  'entry-not-by-seat',
  'key-out-of-period',
  'key-periods',
  'handover-missing',
  'handover-stray',
];

export function adviceOn(code: record.RecordFaultCode): Text {
  if (MISSING.includes(code)) return sayRecord('advice-missing');
  if (FORKED.includes(code)) return sayRecord('advice-forked');
  if (UNTRUSTED.includes(code)) return sayRecord('advice-untrusted');
  return sayRecord('advice-changed');
}
