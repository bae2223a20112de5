/** Quotes are short; and where the texts of the two documents are at hand (FOEDUS_SEEDS names their folder), each stands in its document. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TABLES, type Arrangement, type Citation } from '@foedus/kernel';
import { arrangements, claims } from './testing/library.ts';

function citations(arrangement: Arrangement): Citation[] {
  return TABLES.flatMap((table) =>
    [...arrangement[table].values()].flatMap((entry) => [
      ...entry.sources,
      ...(entry.type === 'reading' ? entry.alternatives.flatMap((each) => each.sources) : []),
      ...(entry.type === 'instrument' ? entry.clauses.flatMap((each) => each.sources) : []),
      ...(entry.type === 'seat' ? entry.holders.flatMap((each) => each.sources) : []),
    ]),
  );
}

const cited = [
  ...[...arrangements.values()].flatMap(citations),
  ...claims.flatMap(({ claim }) => claim.sources),
];
const folder = process.env['FOEDUS_SEEDS'];

test('a quote is a short phrase', () => {
  const long = cited.flatMap(({ quote }) => (quote !== undefined && quote.length > 60 ? [quote] : []));
  expect(long).toEqual([]);
});

describe.skipIf(folder === undefined)('each quote from the two documents stands in its document', () => {
  const bare = (text: string): string => text.replaceAll(/\s/gu, '');
  const texts = (folder === undefined ? [] : readdirSync(folder)).map((name) =>
    bare(readFileSync(join(folder!, name), 'utf8')),
  );
  // The newspaper's report is quoted as A, the commentary as W; each is recognised by its subject.
  const document = (mark: string): string => texts.find((text) => text.includes(mark)) ?? '';
  const A = document('第2回核協議グループ');
  const W = document('米韓ワシントン宣言');

  test.each([
    ['A', A],
    ['W', W],
  ] as const)('%s', (source, text) => {
    const quotes = cited.flatMap((each) =>
      each.source === source && each.quote !== undefined ? [each.quote] : [],
    );
    expect(quotes.length).toBeGreaterThan(20);
    expect(quotes.filter((quote) => !text.includes(bare(quote)))).toEqual([]);
  });
});
