/** What keeps a node from writing its record: thrown, because nothing may go on as if it had been written. */
import { catalogue, record, type Fillings, type Text } from '@foedus/kernel';
import en from './messages/record.en.json' with { type: 'json' };
import ja from './messages/record.ja.json' with { type: 'json' };
import ko from './messages/record.ko.json' with { type: 'json' };

export const RECORD_MESSAGES = { en, ko, ja };
export type RecordErrorCode = keyof typeof en;
const say = catalogue<RecordErrorCode>(RECORD_MESSAGES);

export class RecordError extends Error {
  readonly code: RecordErrorCode;
  /** What is wrong and what to do. */
  readonly says: Text;

  constructor(code: RecordErrorCode, fillings: Fillings = {}) {
    const says = say(code, fillings);
    super(says.en);
    this.name = 'RecordError';
    this.code = code;
    this.says = says;
  }
}

/** The value; where the record has a fault, throws: a node's own record never has one unless something was tampered with or lost. */
export function sure<T>(checked: record.Checked<T>, log: string): T {
  if (checked.ok) return checked.value;
  const { fault } = checked;
  throw new RecordError('record-fault', { log, fault: record.describeRecordFault(fault) });
}
