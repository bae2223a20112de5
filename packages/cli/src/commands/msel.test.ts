import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { msel } from '@foedus/kernel';
import { writeList } from '@foedus/server/msel';
import { foedus } from '../testing/foedus.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foedus-msel-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');

/** A workbook in the columns of an export, and one more. */
function listOf(...rows: readonly Partial<msel.MselRow>[]): void {
  const whole = rows.map((row, index): msel.MselRow => ({
    at: { sheet: '', row: index },
    serial: String(index + 1),
    part: '',
    due: { type: 'reserve' },
    kind: 'contextual',
    status: 'ready',
    method: 'message',
    from: { en: 'Watch' },
    to: ['North'],
    title: { en: 'Title' },
    text: { en: 'Text' },
    expected: {},
    tasks: [],
    controller: '',
    notes: {},
    attachments: [],
    rest: '',
    extra: { Weather: 'rain' },
    ...row,
  }));
  const made = writeList(whole, { lang: 'en', title: 'test', files: new Map() });
  if (!made.ok) throw new Error(made.fault.code);
  writeFileSync(join(folder, 'list.xlsx'), made.value);
}

const IMPORT = [
  'msel',
  'import',
  'list.xlsx',
  '-o',
  'north',
  '--arrangement',
  'tutorial-two-party',
  '--at',
  '2026-11-02',
] as const;

describe('a list of events', () => {
  test('becomes a scenario in canonical form, with a mapping that can be corrected; exported and imported it is the same', async () => {
    listOf({ to: ['North', 'arden-president'] }, { title: { en: 'Second', ko: '둘째' } });
    const made = await foedus(folder, ...IMPORT);
    expect(made).toMatchObject({ exit: 0, err: '' });
    expect(made.out).toContain('2 injects taken, 0 of them with remarks');
    expect(text('north', 'scenario.yaml')).toContain('Weather: rain');
    expect((await foedus(folder, 'fmt', '--check', 'north')).exit).toBe(0);

    expect(await foedus(folder, 'msel', 'export', 'north', '-o', 'out.xlsx', '--lang', 'ja')).toMatchObject({
      exit: 0,
      err: '',
    });
    expect((await foedus(folder, 'msel', 'import', 'out.xlsx', '-o', 'again')).exit).toBe(0);
    expect(text('again', 'scenario.yaml')).toBe(text('north', 'scenario.yaml'));

    const corrected = text('north', 'mapping.yaml')
      .replace('Weather: keep', 'Weather: notes')
      .replace('Controller notes: notes', 'Controller notes: keep');
    writeFileSync(join(folder, 'north', 'mapping.yaml'), corrected);
    expect((await foedus(folder, 'msel', 'import', 'list.xlsx', '-o', 'north')).exit).toBe(0);
    expect(text('north', 'scenario.yaml')).toMatch(/notes:\n +en: rain/);
    expect(text('north', 'scenario.yaml')).toContain('arrangement: tutorial-two-party');
  });

  test('is told row by row, to programs too', async () => {
    listOf({ serial: '7' }, { serial: '7' });
    const { out } = await foedus(folder, ...IMPORT, '--json');
    expect(JSON.parse(out)).toMatchObject({
      taken: 2,
      report: expect.arrayContaining([
        {
          sheet: 'MSEL',
          row: 3,
          outcome: 'remarked',
          serial: '7-2',
          remarks: [expect.objectContaining({ code: 'serial-repeated', cell: 'A3' })],
        },
      ]) as unknown,
    });
    expect((await foedus(folder, ...IMPORT, '--lang', 'ko')).out).toContain('일련번호 “7”은 이미 쓰였습니다');
  });

  test('goes out as lines of JSON, marked as of an exercise', async () => {
    listOf({});
    await foedus(folder, ...IMPORT);
    expect((await foedus(folder, 'msel', 'export', 'north', '-o', 'list.jsonl')).exit).toBe(0);
    const [head, row] = text('list.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(head).toMatchObject({ type: 'msel', marking: 'EXERCISE', rows: 1, scenario: 'list' });
    expect(row).toMatchObject({ serial: '1', extra: { Weather: 'rain' } });
  });
});

describe('where anything is wrong nothing is written', () => {
  test('a file that is no list', async () => {
    writeFileSync(join(folder, 'list.xlsx'), 'serial,time');
    const { err, exit, out } = await foedus(folder, ...IMPORT);
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toContain('neither a workbook (.xlsx) nor an export of OpenAEV');
    expect(readdirSync(folder)).toEqual(['list.xlsx']);
  });

  test('rows that make no scenario together: the fault names its place', async () => {
    listOf({ due: { type: 'branch' }, rest: 'when: sent 99' });
    const { err, exit } = await foedus(folder, ...IMPORT);
    expect(exit).toBe(3);
    expect(err).toMatch(/scenario\.yaml:\d+:\d+: error\[unknown-inject\]/);
    expect(readdirSync(folder)).toEqual(['list.xlsx']);
  });

  test('a file that is not there, a mapping with faults, an unknown ending', async () => {
    expect((await foedus(folder, ...IMPORT)).exit).toBe(2);
    listOf({});
    writeFileSync(join(folder, 'm.yaml'), 'columns:\n  Weather: nots\n');
    const { err, exit } = await foedus(folder, ...IMPORT, '--mapping', 'm.yaml');
    expect(exit).toBe(3);
    expect(err).toContain('m.yaml:2:12: error[bad-value]');
    await foedus(folder, ...IMPORT);
    expect((await foedus(folder, 'msel', 'export', 'north', '-o', 'list.csv')).exit).toBe(2);
  });
});
