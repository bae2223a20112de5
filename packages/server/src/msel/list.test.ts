import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGS, msel } from '@foedus/kernel';
import { readList, writeList } from './list.ts';
import { rows } from './testing/rows.ts';

const DAY = '2026-11-23';

function written(list: readonly msel.MselRow[], lang: 'en' | 'ko' | 'ja'): Uint8Array {
  const reply = writeList(list, { lang, title: 'test', files: new Map() });
  if (!reply.ok) throw new Error(reply.fault.code);
  return reply.value;
}

function read(bytes: Uint8Array): readonly msel.MselRow[] {
  const reply = readList(bytes, DAY, msel.NO_MAPPING);
  if (!reply.ok) throw new Error(reply.fault.code);
  return reply.value.rows;
}

describe('a list that is written and read again', () => {
  test.each(LANGS)('is the same, whatever stands in it, under headings in %s', (lang) => {
    fc.assert(
      fc.property(rows, (list) => {
        expect(read(written(list, lang)).map(msel.contentOf)).toEqual(list.map(msel.contentOf));
      }),
      { numRuns: 60 },
    );
  });
});
