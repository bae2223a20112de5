import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { incomplete, LANGS } from '@foedus/kernel';
import { readWorkbook } from '../msel/xlsx/read.ts';
import { unpack } from '../msel/unpack.ts';
import { afterAction } from './after-action.ts';
import { findChromium } from './chromium.ts';
import type { Content } from './content.ts';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { toLines } from './lines.ts';
import { MEASURE_MESSAGES } from './measures.ts';
import { toPdf } from './pdf.ts';
import { toSheets } from './sheets.ts';
import { held } from './testing/held.ts';
import { REPORT_MESSAGES } from './words.ts';

const DATA = held();

/** The rows of the table with this caption. */
function rowsOf({ blocks }: Content, caption: string): readonly (readonly (string | number)[])[] {
  const found = blocks.find((block) => block.of === 'table' && block.caption === caption);
  if (found?.of !== 'table') throw new Error(`no table ${caption}`);
  return found.rows;
}

describe('the report', () => {
  const report = afterAction(DATA, 'en');

  test('rates each capability as its evaluators stand, with reasons and evidence', () => {
    expect(rowsOf(report, 'Summary of performance')[0]!.slice(2)).toEqual([0, 1, 0, 0]);
    const [first] = rowsOf(report, 'Ratings of critical tasks');
    expect(first!.slice(1, 5)).toEqual([
      'Arden consults Borea before it decides',
      'S',
      '평가관 김',
      'In time, but only after a refusal.\nrefused decide by President of Arden',
    ]);
    expect(rowsOf(report, 'Ratings of critical tasks')[1]![2]).toBe('not rated');
  });

  test('tells what was expected and what came of it, and who judged otherwise', () => {
    expect(rowsOf(report, 'Expected actions')[0]!.slice(0, 3)).toEqual([
      '1',
      "Arden's President consults Borea's President on the exercise before anything is decided.",
      'met, overruled or judged by 평가관 김: It was done by telephone.',
    ]);
  });

  test('has a plan whose actions have owners, and findings with what they refer to', () => {
    expect(rowsOf(report, 'Improvement plan')).toEqual([
      [
        'Consultation beforehand',
        'The duty to consult was not known beforehand.',
        'Put the duty on the first card of the handbook.',
        'Secretariat',
        '2027-01-31',
        'open',
      ],
    ]);
    const listed = report.blocks.flatMap((block) => (block.of === 'list' ? block.items : []));
    expect(listed).toContain(
      'The duty to consult was not known beforehand. (Rules and clauses: Arden consults Borea first. Evidence: refused decide by President of Arden)',
    );
  });

  test('tells the course in the order of scenario time', () => {
    const times = rowsOf(report, 'Chronology').map(([time]) => String(time));
    expect(times.length).toBeGreaterThan(3);
    expect(times).toEqual(times.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test.each(LANGS)('is whole in %s', (lang) => {
    expect(incomplete(REPORT_MESSAGES)).toEqual([]);
    expect(incomplete(MEASURE_MESSAGES)).toEqual([]);
    const { blocks, marking } = afterAction(DATA, lang);
    expect(marking).toContain('EXERCISE');
    for (const block of blocks)
      if (block.of === 'table')
        expect(block.rows.every((row) => row.length === block.columns.length)).toBe(true);
  });
});

describe('its forms', () => {
  test('DOCX, marked at the head and foot of every page', async () => {
    const parts = unzipSync(await toDocx(afterAction(DATA, 'ko')));
    const text = (name: RegExp): string =>
      Object.entries(parts)
        .filter(([path]) => name.test(path))
        .map(([, bytes]) => Buffer.from(bytes).toString())
        .join('');
    expect(text(/^word\/header\d\.xml$/)).toContain('연습 EXERCISE');
    expect(text(/^word\/footer\d\.xml$/)).toContain('연습 EXERCISE');
    const body = text(/^word\/document\.xml$/);
    expect(body).toContain('Put the duty on the first card of the handbook.');
    expect(body).toContain('&lt;first&gt;');
  });

  test('HTML holds no markup but its own', () => {
    const page = toHtml(afterAction(DATA, 'en'));
    expect(page).toContain('consulted &lt;first&gt;');
    expect(page).toContain("content: 'EXERCISE'");
    expect(page).not.toContain('<first>');
  });

  test('XLSX has each table in a sheet of its own, figures as numbers', () => {
    const parts = unpack(toSheets(afterAction(DATA, 'en')));
    const book = parts.ok && readWorkbook(parts.value);
    if (!book || !book.ok) throw new Error('no workbook');
    const names = book.value.sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Improvement plan', 'Summary of measures', 'Chronology']));
    const measured = book.value.sheets[names.indexOf('Summary of measures')]!;
    expect(measured.lines[1]!.cells.get(1)!.text).toBe('0:05:00');
    expect(measured.lines[2]!.cells.get(1)).toEqual({ text: '4', of: 'number' });
  });

  test('lines of JSON, the first of which says that it is an exercise', () => {
    const lines = toLines(DATA)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly type: string });
    expect(lines[0]).toMatchObject({
      type: 'after-action',
      marking: 'EXERCISE',
      scenario: 'tutorial',
      phase: 'ended',
    });
    const types = new Set(lines.map(({ type }) => type));
    for (const type of [
      'participant',
      'inject',
      'rating',
      'verdict',
      'finding',
      'action',
      'refusal',
      'observation',
      'measure',
    ])
      expect(types).toContain(type);
  });

  test('PDF is refused where there is no Chromium, or where it does not print', async () => {
    const content = afterAction(DATA, 'en');
    expect(await toPdf(content, undefined)).toMatchObject({ ok: false, code: 'no-chromium' });
    expect(await toPdf(content, '/bin/false')).toMatchObject({ ok: false, code: 'pdf-failed' });
  });

  test.skipIf(findChromium() === undefined)('PDF has pages', async () => {
    const reply = await toPdf(afterAction(DATA, 'ja'), findChromium());
    if (!reply.ok) throw new Error(reply.says.en);
    expect(Buffer.from(reply.value.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(
      Buffer.from(reply.value)
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)!.length,
    ).toBeGreaterThan(2);
  });
});
