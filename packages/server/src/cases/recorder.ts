/** What a case needs of the record. */
import type { consultation } from '@foedus/kernel';
import type { RecordedCase, Recording } from '../record/index.ts';
import type { Name } from '../store/store.ts';

export interface Recorder {
  /** Called before the first entry of a case: makes its logs known. */
  prepare(of: RecordedCase): Promise<void>;
  /** What has to be in the same commit as these events of the case, which stand in it from a place on. Throws while nothing may be signed. */
  entriesFor(of: RecordedCase, events: readonly consultation.Event[], from: number): Recording;
  /** Told the name that a change with such entries met. Throws where nothing can be signed any more. */
  conflicted(name: Name): void;
}
