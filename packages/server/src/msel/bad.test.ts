import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGS, msel } from '@foedus/kernel';
import { readList, writeList } from './list.ts';
import { raw } from './testing/raw.ts';
import { unpack } from './unpack.ts';
import { MAX_ROWS } from './xlsx/read.ts';

const code = (bytes: Uint8Array): string => {
  const reply = readList(bytes, '2026-11-22', msel.NO_MAPPING);
  if (reply.ok) return 'ok';
  for (const lang of LANGS) expect(msel.describeMselFault(reply.fault)[lang].length).toBeGreaterThan(10);
  return reply.fault.code;
};
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const good = (): Uint8Array =>
  raw([
    { name: 'List', rows: { 1: { A: 'No.', B: 'Time', C: 'Title' }, 2: { A: '1', B: '09:00', C: 'a' } } },
  ]);

describe('what is no list is told with a code', () => {
  test.each<[string, msel.MselFaultCode, Uint8Array]>([
    ['nothing', 'empty-file', new Uint8Array()],
    ['text', 'not-a-workbook', strToU8('serial,time\n1,09:00\n')],
    ['a workbook of Excel 97', 'old-workbook', Uint8Array.from([...COMPOUND, ...new Uint8Array(600)])],
    [
      'a workbook with a password',
      'protected-workbook',
      Buffer.concat([
        Uint8Array.from(COMPOUND),
        new Uint8Array(64),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    ],
    [
      'a binary workbook',
      'binary-workbook',
      zipSync({ '[Content_Types].xml': new Uint8Array(), 'xl/workbook.bin': new Uint8Array(4) }),
    ],
    [
      'an OpenDocument spreadsheet',
      'open-document',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
    ],
    ['an archive of something else', 'not-a-workbook', zipSync({ 'readme.txt': strToU8('hello') })],
    [
      'an archive with another JSON',
      'not-openaev',
      zipSync({ 'a.json': strToU8('{"scenario_injects": 1}') }),
    ],
    [
      'an archive with a broken JSON',
      'openaev-broken',
      zipSync({ 'a.json': strToU8('{"scenario_injects": [') }),
    ],
    [
      'a document',
      'part-missing',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<a/>') }),
    ],
    ['an archive that is cut off', 'zip-broken', good().subarray(0, 600)],
    ['a workbook without a list', 'no-rows', raw([{ name: 'A', rows: { 1: { A: 'hello' } } }])],
    ['an empty workbook', 'no-rows', raw([{ name: 'A', rows: {} }])],
  ])('%s: %s', (_, expected, bytes) => expect(code(bytes)).toBe(expected));

  test('a part that is no XML, or declares entities', () => {
    const broken = (text: string): Uint8Array =>
      raw([{ name: 'A', rows: {} }], { more: { 'xl/sharedStrings.xml': strToU8(text) } });
    expect(code(broken('<sst><si>'))).toBe('xml-broken');
    expect(
      code(broken('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>')),
    ).toBe('xml-broken');
  });

  test('a workbook in which text stands in a far column, or that has too many rows', () => {
    expect(code(raw([{ name: 'A', rows: { 1: { A: 'Time', XFD: 'Title' } } }]))).toBe('too-many-columns');
    const rows = Object.fromEntries(
      Array.from({ length: MAX_ROWS + 1 }, (_, index) => [index + 1, { A: String(index) }]),
    );
    expect(code(raw([{ name: 'A', rows }]))).toBe('too-many-rows');
  });
});

describe('an archive is unpacked under limits', () => {
  const limits = { packed: 100_000, unpacked: 1_000_000, entries: 10 };
  const refused = (bytes: Uint8Array): string => {
    const reply = unpack(bytes, limits);
    return reply.ok ? 'ok' : reply.fault.code;
  };
  const zeros = zipSync({ a: new Uint8Array(1_000_001) });

  test('of its size, packed and unpacked, and of its entries', () => {
    expect(refused(new Uint8Array(100_001))).toBe('file-too-large');
    expect(refused(zeros)).toBe('zip-too-large');
    expect(
      refused(
        zipSync(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}`, new Uint8Array()]))),
      ),
    ).toBe('zip-too-many-entries');
    expect(refused(zipSync({ a: new Uint8Array(600_000), b: new Uint8Array(600_000) }))).toBe(
      'zip-too-large',
    );
    expect(refused(zipSync({ a: new Uint8Array(1000) }))).toBe('ok');
  });

  test('whatever its headers say of its size', () => {
    const lying = zeros.slice();
    // The uncompressed size of a local header stands at 22.
    new DataView(lying.buffer).setUint32(22, 10, true);
    expect(refused(lying)).toBe('zip-too-large');
  });

  test('and not at all where it has a password', () => {
    const locked = zipSync({ a: new Uint8Array(10) });
    locked[6]! |= 1;
    expect(refused(locked)).toBe('protected-workbook');
  });
});

test('files that would lie outside of the folder are not taken', () => {
  const more = Object.fromEntries(
    ['../a', 'b/../../c', '/d', 'e\\f', 'C:g', 'ok/h.txt'].map((path) => [
      `foedus/files/${path}`,
      strToU8('x'),
    ]),
  );
  const rows = { 1: { A: 'No.', B: 'Title' }, 2: { A: '1', B: 'a' } };
  const read = readList(raw([{ name: 'List', rows }], { more }), '2026-11-22', msel.NO_MAPPING);
  expect(read.ok && [...read.value.files.keys()]).toEqual(['ok/h.txt']);
});

test('no bytes make it throw', () => {
  const bytes = good();
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 12 }), (changes) => {
      const changed = bytes.slice();
      for (const [at, value] of changes) changed[at] = value;
      code(changed);
    }),
    { numRuns: 200 },
  );
});

test('a text that no cell can hold is not cut: nothing is written', () => {
  const read = readList(good(), '2026-11-22', msel.NO_MAPPING);
  if (!read.ok) throw new Error(read.fault.code);
  const rows = read.value.rows.map((row) => ({ ...row, text: { en: 'x'.repeat(32_768) } }));
  const reply = writeList(rows, { lang: 'en', title: 't', files: new Map() });
  expect(reply).toMatchObject({ fault: { code: 'cell-too-long', params: { inject: '1', length: 32_768 } } });
});

test('every remark and fault is said in every language', async () => {
  const { incomplete } = await import('@foedus/kernel');
  expect(incomplete(msel.REMARK_MESSAGES)).toEqual([]);
  expect(incomplete(msel.MSEL_FAULT_MESSAGES)).toEqual([]);
});
