/** Random rows of lists, as they are after reading: cleaned, with serials of their own. */
import * as fc from 'fast-check';
import { exercise, LANGS, msel, type Duration, type Lang } from '@foedus/kernel';

const AWKWARD = [
  '_x0041_',
  '=1+1',
  '09:05',
  '1e3',
  '#REF!',
  'true',
  'a: b',
  '- c',
  '“q”',
  '"q"',
  '&lt;',
  '국제 상황',
  '状況\n付与',
  '😀',
  '{x}',
  "it's",
  '<b>',
  'a, b',
  '~',
  '|',
  '@x',
  '\ta',
];

/** A text without what cleaning takes out. */
export const text: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...AWKWARD),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }),
    fc.lorem({ maxCount: 12 }),
  )
  .map((each) => each.replaceAll(/[\u200B\uFEFF\u007F\r]/g, '').trim())
  .filter((each) => each !== '');

const line = text.map((each) => each.replaceAll(/\s+/g, ' '));

function wording(of: fc.Arbitrary<string>, least: 0 | 1): fc.Arbitrary<exercise.Wording> {
  return fc
    .subarray([...LANGS], { minLength: least })
    .chain((langs) => fc.tuple(...langs.map((lang) => of.map((each): [Lang, string] => [lang, each]))))
    .map((pairs) => Object.fromEntries(pairs));
}

const names = fc.uniqueArray(line, { maxLength: 4 });

/** Expected actions, in as many lines in each language. */
const expected = fc
  .array(fc.record({ en: line, ko: line }), { maxLength: 3 })
  .map((list): exercise.Wording =>
    list.length === 0
      ? {}
      : { en: list.map(({ en }) => en).join('\n'), ko: list.map(({ ko }) => ko).join('\n') },
  );

const due: fc.Arbitrary<msel.RowDue> = fc.oneof(
  fc.nat(2_000_000).map((after): msel.RowDue => ({ type: 'time', after: after as Duration })),
  fc.constant<msel.RowDue>({ type: 'reserve' }),
);

const extra = fc.dictionary(
  line.filter((each) => each !== '__proto__' && msel.headingOf(each) === undefined),
  text.map((each) => `${each} `),
  { maxKeys: 3 },
);

const row: fc.Arbitrary<Omit<msel.MselRow, 'serial' | 'at'>> = fc.record({
  part: fc.oneof(fc.constant(''), line),
  due,
  kind: fc.constantFrom(...exercise.INJECT_KINDS),
  status: fc.constantFrom(...exercise.INJECT_STATUSES),
  method: fc.constantFrom(...exercise.METHODS),
  from: wording(text, 1),
  to: names,
  title: wording(text, 1),
  text: wording(text, 1),
  expected,
  tasks: names,
  controller: fc.oneof(fc.constant(''), line),
  notes: wording(text, 0),
  attachments: fc.constant([]),
  rest: fc.constant(''),
  extra,
});

export const rows: fc.Arbitrary<readonly msel.MselRow[]> = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map((list) =>
    list.map((each, index) => ({ ...each, serial: `${index + 1}.${index}`, at: { sheet: '', row: index } })),
  );
