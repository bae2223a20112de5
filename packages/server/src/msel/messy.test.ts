import { describe, expect, test } from 'vitest';
import { msel } from '@foedus/kernel';
import { readList } from './list.ts';
import { number, raw, type RawParts, type RawSheet } from './testing/raw.ts';

function read(sheets: readonly RawSheet[], mapping: msel.Mapping = msel.NO_MAPPING, parts: RawParts = {}) {
  const reply = readList(raw(sheets, parts), '2026-11-22', mapping);
  if (!reply.ok) throw new Error(reply.fault.code);
  const { report, rows } = reply.value;
  return {
    ...reply.value,
    /** `row serial: code@cell …` */
    said: report.map(({ outcome, remarks, row, serial }) =>
      `${row} ${serial ?? outcome}: ${remarks.map(({ cell, code }) => `${code}@${cell}`).join(' ')}`.trim(),
    ),
    due: rows.map(({ due }) => (due.type === 'time' ? due.after / 60 : due.type)),
    titles: rows.map(({ title }) => title.en ?? title.ko ?? title.ja),
  };
}

const HEAD = { A: 'No.', B: 'Time', C: 'Title', D: 'Inject text', E: 'To' };
const row = (serial: string, time: string, title: string, to = 'Cell A') => ({
  A: serial,
  B: time,
  C: title,
  D: `${title}.`,
  E: to,
});
const sheet = (rows: RawSheet['rows'], merged: readonly string[] = []): RawSheet => ({
  name: 'List',
  rows,
  merged,
});

describe('a sheet as people make them', () => {
  test('titles above, sections between, headings again, empty rows, notes below', () => {
    const { said, rows, title } = read([
      sheet(
        {
          1: { A: 'EXERCISE NORTH 26' },
          2: { B: 'Master scenario events list' },
          4: HEAD,
          5: { A: 'Phase 1: warning' },
          6: row('1', '09:00', 'First'),
          7: { A: '   ', C: '\u00A0' },
          9: row('2', '09:30', 'Second'),
          10: HEAD,
          11: { A: 'Phase 2: crisis' },
          12: row('3', '10:00', 'Third'),
          13: { B: '11:00', E: 'Cell B' },
        },
        ['A5:E5'],
      ),
    ]);
    expect(title).toBe('EXERCISE NORTH 26');
    expect(rows.map(({ part, serial }) => [serial, part])).toEqual([
      ['1', 'Phase 1: warning'],
      ['2', 'Phase 1: warning'],
      ['3', 'Phase 2: crisis'],
    ]);
    expect(said).toEqual([
      '1 left-out: title-row@A1',
      '2 left-out: title-row@B2',
      '5 left-out: section@A5',
      '6 1:',
      '9 2:',
      '10 left-out: repeated-header@A10',
      '11 left-out: section@A11',
      '12 3:',
      '13 left-out: no-content@B13',
    ]);
  });

  test('times in every notation beside each other, also as a spreadsheet stores them', () => {
    const { due, said } = read([
      sheet({
        1: HEAD,
        2: { ...row('1', '', 'a'), B: number(46348.375, 3) },
        3: { ...row('2', '', 'b'), B: number(46348.378472222, 1) },
        4: { ...row('3', '', 'c'), B: number(0.385416666666667, 2) },
        5: { ...row('4', '', 'd'), B: number(0.388888888888889) },
        6: { ...row('5', '', 'e'), B: number(1.5, 4) },
        7: row('6', 'T+２０', 'f'),
        8: row('7', 'D+1 H+1', 'g'),
        9: row('8', '2026-11-22 10:00', 'h'),
        10: row('9', 'when ready', 'i'),
        11: row('10', '', 'j'),
      }),
    ]);
    expect(due).toEqual([0, 5, 15, 20, 2160, 20, 1500, 60, 'reserve', 'reserve']);
    expect(said.filter((each) => each.includes('@'))).toEqual([
      '5 4: time-number@B5',
      '7 6: time-unit@B7',
      '10 9: time-unread@B10',
      '11 10: time-none@B11',
    ]);
  });

  test('headings are known in Korean and Japanese, however they are spaced and wide', () => {
    const korean = read([
      sheet({ 1: { A: '번 호', B: '시각', C: '상황', D: '내용', E: '수신' }, 2: row('1', '09:00', '경보') }),
    ]);
    expect(korean.rows[0]).toMatchObject({
      serial: '1',
      title: { ko: '경보' },
      text: { ko: '경보.' },
      to: ['Cell A'],
    });
    const japanese = read([
      sheet({
        1: { A: 'Ｎｏ．', B: '時刻', C: '件名', D: '本文', E: '宛先' },
        2: row('１', '９：００', '警報です'),
      }),
    ]);
    expect(japanese.rows[0]).toMatchObject({
      serial: '1',
      title: { ja: '警報です' },
      due: { type: 'time', after: 0 },
    });
  });

  test('lines within cells, spaces around, names in one cell', () => {
    const { rows } = read([
      sheet({
        1: HEAD,
        2: {
          ...row(' 1 ', '09:00 ', ' A  title '),
          D: 'one\r\ntwo\n ',
          E: 'SOC, IT  Ops;\nLegal / SOC、本部',
        },
      }),
    ]);
    expect(rows[0]).toMatchObject({ serial: '1', title: { en: 'A  title' }, text: { en: 'one\ntwo' } });
    expect(rows[0]!.to).toEqual(['SOC', 'IT Ops', 'Legal', '本部']);
  });

  test('columns without a meaning are kept as they stand, under their headings', () => {
    const { rows, said } = read([
      sheet({
        1: { ...HEAD, F: 'Weather', G: 'Weather', H: '', I: 'Subject' },
        2: { ...row('1', '09:00', 'a'), F: ' rain ', G: 'snow', H: 'x', I: 'other' },
      }),
    ]);
    expect(rows[0]!.extra).toMatchObject({
      Weather: ' rain ',
      'Weather (2)': 'snow',
      H: 'x',
      Subject: 'other',
    });
    expect(said[0]).toBe('1 remarked: column-kept@F1 column-kept@G1 column-unnamed@H1 column-second@I1');
  });

  test('a mapping says otherwise, and is kept as it was', () => {
    const mapping: msel.Mapping = {
      language: 'ja',
      startex: '2026-11-22T08:00',
      unit: 'hours',
      columns: new Map([
        ['Weather', 'notes'],
        ['Title', 'keep'],
        ['Subject', 'title'],
      ]),
      names: new Map([['Cell A', 'arden']]),
    };
    const { due, rows } = read(
      [
        sheet({
          1: { ...HEAD, F: 'Weather', G: 'Subject' },
          2: { ...row('1', 'T+2', 'a'), F: 'rain', G: 'b' },
        }),
      ],
      mapping,
    );
    expect(due).toEqual([120]);
    expect(rows[0]).toMatchObject({ title: { ja: 'b' }, notes: { ja: 'rain' }, extra: { Title: 'a' } });
    const back = msel.readMapping('mapping.yaml', msel.writeMapping(mapping));
    expect(back).toEqual({ ok: true, value: mapping });
  });

  test('serials that are missing, repeated or ill formed', () => {
    const { rows, said } = read([
      sheet({
        1: HEAD,
        2: row('1', '09:00', 'a'),
        3: row('1', '09:01', 'b'),
        4: row('', '09:02', 'c'),
        5: row('INJ 7', '09:03', 'd'),
        6: row('1-2', '09:04', 'e'),
      }),
    ]);
    expect(rows.map(({ serial }) => serial)).toEqual(['1', '1-3', '2', 'INJ-7', '1-2']);
    expect(rows[1]!.extra).toMatchObject({ 'No. (as written)': '1' });
    expect(said.slice(1, 4)).toEqual([
      '3 1-3: serial-repeated@A3',
      '4 2: serial-made@A4',
      '5 INJ-7: serial-changed@A5',
    ]);
  });

  test('several sheets, each with its own columns; one without a list', () => {
    const { rows, said } = read([
      { name: 'Day 1', rows: { 1: HEAD, 2: row('1', '09:00', 'a') } },
      { name: 'Contacts', rows: { 1: { A: 'Kim', B: '123' } } },
      {
        name: 'Day 2',
        rows: { 3: { B: 'Subject', C: 'Message', D: 'Event time' }, 4: { B: 'b', C: 'text', D: '10:00' } },
      },
    ]);
    expect(rows.map(({ part, serial, title }) => [part, serial, title.en])).toEqual([
      ['Day 1', '1', 'a'],
      ['Day 2', '2', 'b'],
    ]);
    expect(said).toContain('1 left-out: no-header@A1');
  });

  test('another table below the first', () => {
    const { titles } = read([
      sheet({
        1: HEAD,
        2: row('1', '09:00', 'a'),
        4: { B: 'Subject', C: 'Event time', D: 'Recipients' },
        5: { B: 'b', C: '10:00', D: 'X' },
      }),
    ]);
    expect(titles).toEqual(['a', 'b']);
  });

  test('cells merged over rows are said of each', () => {
    const { rows } = read([
      sheet(
        {
          1: HEAD,
          2: row('1', '09:00', 'a', 'Both'),
          3: { A: '2', B: '09:10', C: 'b', D: 'b.' },
          4: { A: '3', B: '09:20', C: 'c', D: 'c.' },
        },
        ['E2:E3'],
      ),
    ]);
    expect(rows.map(({ to }) => to)).toEqual([['Both'], ['Both'], []]);
  });

  test('everybody is every cell of the list', () => {
    const { rows } = read([
      sheet({
        1: HEAD,
        2: row('1', '09:00', 'a', 'X, Y'),
        3: row('2', '09:10', 'b', 'All'),
        4: row('3', '09:10', 'c', 'Z'),
      }),
    ]);
    expect(rows[1]).toMatchObject({ to: ['X', 'Y', 'Z'], extra: { 'To (as written)': 'All' } });
  });

  test('words for types, methods and states; what is not known is kept', () => {
    const { rows, said } = read([
      sheet({
        1: { ...HEAD, F: 'Delivery method', G: 'Status' },
        2: { ...row('1', '09:00', 'a'), F: 'E-Mail', G: 'Approved' },
        3: { ...row('2', '09:10', 'b'), F: 'pigeon', G: 'To do' },
      }),
    ]);
    expect(rows[0]).toMatchObject({
      method: 'message',
      status: 'ready',
      extra: { 'Delivery method (as written)': 'E-Mail' },
    });
    expect(rows[1]).toMatchObject({
      method: 'message',
      status: 'draft',
      extra: { 'Status (as written)': 'To do' },
    });
    expect(said[1]).toBe('3 2: status-unknown@G3 method-unknown@F3');
  });
});

describe('cells of every kind', () => {
  test('formulas have their value; one without a value, and errors, are told and kept', () => {
    const { rows, said } = read([
      sheet({
        1: { ...HEAD, F: 'Weather' },
        2: { ...row('1', '09:00', 'a'), D: { xml: '<c t="str"><f>A1&amp;"x"</f><v>made &lt;b&gt;</v></c>' } },
        3: { ...row('2', '09:10', 'b'), D: { xml: '<c><f>NOW()</f></c>' } },
        4: { ...row('3', '09:20', 'c'), E: { xml: '<c t="e"><f>Z9</f><v>#REF!</v></c>' } },
        5: { ...row('4', '09:30', 'd'), F: { xml: '<c t="b"><v>1</v></c>' } },
      }),
    ]);
    expect(rows.map(({ text }) => text.en)).toEqual(['made <b>', 'b', 'c.', 'd.']);
    expect(rows[1]!.extra).toMatchObject({ 'Inject text': '=NOW()' });
    expect(rows[2]).toMatchObject({ to: [], extra: { To: '#REF!' } });
    expect(rows[3]!.extra).toMatchObject({ Weather: 'TRUE' });
    expect(said.slice(2, 4)).toEqual(['3 2: formula-empty@D3', '4 3: error-cell@E4']);
  });

  test('shared texts in runs, without how they are read aloud; escaped characters', () => {
    const shared = (index: number): { readonly xml: string } => ({ xml: `<c t="s"><v>${index}</v></c>` });
    const { rows } = read(
      [sheet({ 1: HEAD, 2: { ...row('1', '09:00', 'a'), C: shared(0), D: shared(1) } })],
      msel.NO_MAPPING,
      {
        sharedStrings:
          '<si><r><t>状況</t></r><r><t xml:space="preserve"> 一</t></r><rPh sb="0" eb="2"><t>ジョウキョウ</t></rPh></si><si><t>a_x000D_\nb_x005F_x0041_</t></si>',
      },
    );
    expect(Object.values(rows[0]!.title)).toEqual(['状況 一']);
    expect(Object.values(rows[0]!.text)).toEqual(['a\nb_x0041_']);
  });

  test('dates of workbooks that count from 1904; numbers with zeros in front', () => {
    const { rows } = read(
      [
        sheet({
          1: { ...HEAD, F: 'Code' },
          2: { ...row('1', '', 'a'), B: number(44886.375, 3), F: number(7, 5) },
        }),
      ],
      msel.NO_MAPPING,
      { workbookPr: 'date1904="1"' },
    );
    expect(rows[0]!.extra).toEqual({ Code: '007', 'Time (as written)': '2026-11-22 09:00' });
  });
});
