/** Faults of a record in words: what is wrong, where, and what it means. */
import { catalogue, eachLang } from '../text/catalogue.ts';
import type { Text } from '../text/lang.ts';
import type { RecordFault } from './fault.ts';
import en from './faults.en.json' with { type: 'json' };
import ja from './faults.ja.json' with { type: 'json' };
import ko from './faults.ko.json' with { type: 'json' };

const say = catalogue<keyof typeof en>({ en, ko, ja });

/** The message of a fault. Entries are counted from 0, as in the log. */
export function describeRecordFault({ code, params, entry }: RecordFault): Text {
  const what = say(code, params);
  if (entry === undefined) return what;
  const where = say('at-entry', { entry });
  return eachLang((lang) => `${where[lang]} ${what[lang]}`);
}
