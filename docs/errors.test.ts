/** docs/errors.md lists every code with its message; `npx -c 'vitest run docs -u'` makes it anew. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { exercise, FAULT_CODES, record, SCENARIO_FAULT_CODES } from '@foedus/kernel';

type Messages = Readonly<Record<string, string>>;

/** The catalogue of a family of codes, without its language and ending. */
function messages(catalogue: string, lang: string): Messages {
  const url = new URL(`../packages/${catalogue}.${lang}.json`, import.meta.url);
  return JSON.parse(readFileSync(fileURLToPath(url), 'utf8')) as Messages;
}

const LANGS = ['en', 'ko', 'ja'] as const;

/** A table with a row for each code: what each language says of it. */
function table(
  title: string,
  intro: string,
  codes: readonly string[],
  said: (lang: string, code: string) => string,
): string[] {
  return [
    `## ${title}`,
    '',
    intro,
    '',
    '| code | English | 한국어 | 日本語 |',
    '|---|---|---|---|',
    ...codes.map((code) => `| \`${code}\` | ${LANGS.map((lang) => said(lang, code)).join(' | ')} |`),
    '',
  ];
}

/** `codes`: in this order; without them, all of the catalogue in its own. */
function section(title: string, intro: string, catalogue: string, codes?: readonly string[]): string[] {
  return table(title, intro, codes ?? Object.keys(messages(catalogue, 'en')), (lang, code) =>
    (messages(catalogue, lang)[code] ?? '').replaceAll('|', '\\|'),
  );
}

/** Codes that say what was wrong, what was expected and what to do. */
function problems(title: string, intro: string, catalogue: string): string[] {
  const codes = Object.keys(messages(catalogue, 'en'))
    .filter((key) => key.endsWith('.title'))
    .map((key) => key.slice(0, -'.title'.length));
  return table(title, intro, codes, (lang, code) => {
    const of = messages(catalogue, lang);
    return ['title', 'expected', 'todo'].map((part) => of[`${code}.${part}`] ?? '').join('<br>');
  });
}

test('the page of error codes says what the catalogues say', async () => {
  const page = [
    '# Error codes',
    '',
    'Codes are stable; messages are not. Words in braces are filled in.',
    '',
    ...section(
      'Arrangements and claims',
      'What their reader can report, each with its place.',
      'kernel/src/arrangement/faults',
      FAULT_CODES,
    ),
    ...section(
      'Scenarios',
      'What their reader can report beside these, each with its place.',
      'kernel/src/arrangement/faults',
      SCENARIO_FAULT_CODES,
    ),
    ...section(
      'Lists of events',
      'Why a file is not read, or not written, as a list of events.',
      'kernel/src/msel/faults',
    ),
    ...section(
      'Rows of lists',
      'What is said of a row or a column that was read, with its cell.',
      'kernel/src/msel/remarks',
    ),
    ...section(
      'Findings in a scenario',
      'What `foedus exercise check` finds: first problems, then gaps.',
      'kernel/src/exercise/scenario/examine/findings',
      [...exercise.PROBLEM_CODES, ...exercise.GAP_CODES],
    ),
    ...section(
      'A record that does not verify',
      'What is wrong with a log, an entry, a checkpoint, a proof or a trust file, with the first entry that is wrong.',
      'kernel/src/record/faults',
      record.RECORD_FAULT_CODES,
    ),
    ...section(
      'A record that is not written',
      'Why a node signs nothing.',
      'server/src/record/messages/record',
    ),
    ...section('The store', 'Why a store is not opened, read or written.', 'server/src/store/faults'),
    ...section('The configuration', 'Why a server does not start.', 'server/src/config'),
    ...problems(
      'The API',
      'Problems (RFC 9457): what was wrong, what was expected, what to do. Refusals of the arrangement stand in [the API](api.md).',
      'server/src/http/problems',
    ),
    ...problems(
      'Accounts',
      'The same, of signing in and of administering accounts.',
      'server/src/accounts/accounts',
    ),
  ].join('\n');
  await expect(page).toMatchFileSnapshot('errors.md');
});
