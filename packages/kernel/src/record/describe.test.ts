import { expect, test } from 'vitest';
import { incomplete } from '../text/catalogue.ts';
import { describeRecordFault } from './describe.ts';
import { RECORD_FAULT_CODES } from './fault.ts';
import en from './faults.en.json' with { type: 'json' };
import ja from './faults.ja.json' with { type: 'json' };
import ko from './faults.ko.json' with { type: 'json' };

test('every fault has a message in every language', () => {
  expect(incomplete({ en, ko, ja })).toEqual([]);
  expect(Object.keys(en).toSorted()).toEqual([...RECORD_FAULT_CODES, 'at-entry'].toSorted());
});

test('a message says which entry it is about', () => {
  expect(describeRecordFault({ code: 'entry-not-by-seat', params: { seat: 'president' }, entry: 7 })).toEqual(
    {
      en: 'Entry 7: None of the keys that have signed may speak for the seat “president”.',
      ko: '항목 7: 서명한 키 가운데 “president” 좌석을 대표할 수 있는 것이 없습니다.',
      ja: 'エントリー7: 署名した鍵の中に、席「president」を代表できるものがありません。',
    },
  );
  expect(describeRecordFault({ code: 'entry-malformed', params: { where: 'entry' } }).en).toBe(
    'This is not an entry.',
  );
  expect(describeRecordFault({ code: 'entry-malformed', params: { where: 'seat' } }).en).toContain('“seat”');
});
