/** What an after-action report says. */
import { catalogue } from '@foedus/kernel/text';
import en from './report.en.json' with { type: 'json' };
import ja from './report.ja.json' with { type: 'json' };
import ko from './report.ko.json' with { type: 'json' };

export const REPORT_MESSAGES = { en, ko, ja };
export const sayReport = catalogue(REPORT_MESSAGES);
export type ReportKey = keyof typeof en;
