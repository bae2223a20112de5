/** What the report says. */
import { catalogue } from '@foedus/kernel';
import en from '../messages/report.en.json' with { type: 'json' };
import ja from '../messages/report.ja.json' with { type: 'json' };
import ko from '../messages/report.ko.json' with { type: 'json' };

export const REPORT_MESSAGES = { en, ko, ja };
export const word = catalogue<keyof typeof en>(REPORT_MESSAGES);
