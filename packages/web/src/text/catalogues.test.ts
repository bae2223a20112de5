import { incomplete } from '@foedus/kernel';
import { describe, expect, test } from 'vitest';

const CATALOGUES = import.meta.glob<Readonly<Record<string, string>>>('../**/*.json', {
  eager: true,
  import: 'default',
});

const names = [...new Set(Object.keys(CATALOGUES).map((path) => path.replace(/\.(en|ko|ja)\.json$/, '')))];

describe('every message stands in every language', () => {
  test.each(names)('%s', (name) => {
    const of = (lang: string): Readonly<Record<string, string>> => CATALOGUES[`${name}.${lang}.json`] ?? {};
    expect(incomplete({ en: of('en'), ko: of('ko'), ja: of('ja') })).toEqual([]);
  });
});
