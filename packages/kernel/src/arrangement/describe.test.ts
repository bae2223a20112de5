import { describe, expect, test } from 'vitest';
import { incomplete } from '../text/catalogue.ts';
import { LANGS } from '../text/lang.ts';
import { describeFault } from './describe.ts';
import { FAULT_CODES, SCENARIO_FAULT_CODES, type Fault } from './fault.ts';
import en from './faults.en.json' with { type: 'json' };
import ja from './faults.ja.json' with { type: 'json' };
import ko from './faults.ko.json' with { type: 'json' };
import { faultsIn, SAMPLE } from './read/testing/broken.ts';

const CODES: readonly string[] = [...FAULT_CODES, ...SCENARIO_FAULT_CODES];
const place = { file: 'a.yaml', line: 1, column: 1 };

test('the catalogues have the same messages with the same placeholders', () => {
  expect(incomplete({ en, ko, ja })).toEqual([]);
});

test('every code has a message', () => {
  expect(CODES.filter((code) => !Object.hasOwn(en, code))).toEqual([]);
});

test('no message is left over', () => {
  const parts = /^(?:expected|found|feature|problem|hint)\./;
  expect(Object.keys(en).filter((key) => !parts.test(key) && !CODES.includes(key))).toEqual([]);
});

describe('a message says what is wrong, where it might belong, and what was perhaps meant', () => {
  test('unknown name', () => {
    const [fault] = faultsIn(SAMPLE.replace('to: aide', 'to: adie'));
    expect(describeFault(fault!)).toEqual({
      en: 'No office is called “adie”. Did you mean “aide”?',
      ko: '“adie”라는 직위가 없습니다. “aide”를 쓰려고 했습니까?',
      ja: '「adie」という役職はありません。 「aide」のことですか。',
    });
  });
  test('a name of another section', () => {
    const [fault] = faultsIn(SAMPLE.replace('to: aide', 'to: council'));
    expect(describeFault(fault!).en).toBe(
      'No office is called “council”. (`council` stands in the section `bodies`.)',
    );
  });
  test('words for the expected and the found', () => {
    const fault: Fault = { code: 'wrong-type', place, params: { expected: 'list', found: 'table' } };
    expect(describeFault(fault)).toEqual({
      en: 'Expected a list, found a table.',
      ko: '목록이 와야 하는데 표가 있습니다.',
      ja: 'リストが必要ですが、表があります。',
    });
  });
  test('a problem of YAML that has no text of its own', () => {
    const fault: Fault = { code: 'yaml-syntax', place, params: { problem: 'IMPOSSIBLE' } };
    expect(describeFault(fault).en).toBe('This is not YAML: it cannot be read from here on.');
  });
});

test('text from the file stands in the message as it is', () => {
  const value = "{name} <b> 'quoted' {0, select}";
  const fault: Fault = { code: 'bad-date', place, params: { value } };
  for (const lang of LANGS) expect(describeFault(fault)[lang]).toContain(value);
});
