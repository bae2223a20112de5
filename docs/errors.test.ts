/** docs/errors.md lists every code with its message; `npx -c 'vitest run docs -u'` makes it anew. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FAULT_CODES } from '@foedus/kernel';

const CATALOGUES = new URL('../packages/kernel/src/arrangement/', import.meta.url);

function messages(lang: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`faults.${lang}.json`, CATALOGUES)), 'utf8'));
}

test('the page of error codes says what the catalogues say', async () => {
  const [en, ko, ja] = ['en', 'ko', 'ja'].map(messages) as [
    Record<string, string>,
    Record<string, string>,
    Record<string, string>,
  ];
  const cell = (text: string | undefined): string => (text ?? '').replaceAll('|', '\\|');
  const rows = FAULT_CODES.map(
    (code) => `| \`${code}\` | ${cell(en[code])} | ${cell(ko[code])} | ${cell(ja[code])} |`,
  );
  const page = [
    '# Error codes',
    '',
    'What the reader of arrangements and claims can report, each with its place. Words in braces are filled in.',
    '',
    '| code | English | 한국어 | 日本語 |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('errors.md');
});
