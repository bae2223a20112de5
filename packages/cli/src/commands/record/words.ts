/** What `foedus record` and `foedus verify` say. */
import { catalogue } from '@foedus/kernel/text';
import en from '../../messages/record.en.json' with { type: 'json' };
import ja from '../../messages/record.ja.json' with { type: 'json' };
import ko from '../../messages/record.ko.json' with { type: 'json' };

export const RECORD_MESSAGES = { en, ko, ja };
export const sayRecord = catalogue(RECORD_MESSAGES);
export type RecordKey = keyof typeof en;
