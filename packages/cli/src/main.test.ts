import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { width } from './output/width.ts';
import { fixture, foedus } from './testing/foedus.ts';

const good = fixture('good');

describe.concurrent('check', () => {
  test('lists every claim and ends with 0 when all hold', async () => {
    const { exit, out, err } = await foedus(good, 'check');
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain('✓  C1  control  stated  Without Borea');
    expect(out).toContain('2 claims in 2 arrangements: all hold.');
  });

  test('a claim that fails is told at its place, with what was found; ends with 1', async () => {
    const { exit, out } = await foedus(fixture('failing'), 'check');
    expect(exit).toBe(1);
    expect(out).toContain('arrangements/pact/claims.yaml:11:9: F1');
    expect(out).toContain('0 hold, 1 fail.');
  });

  test('with --mutate tells which change makes each check fail', async () => {
    const { exit, out } = await foedus(good, 'check', '--mutate', 'pact');
    expect(exit).toBe(0);
    expect(out.match(/fails when changed: /g)).toHaveLength(2);
    expect(out).toContain('No claim is idle');
  });

  test('errors of the input go to stderr as file:line:column, with the nearest name; ends with 3', async () => {
    const { exit, out, err } = await foedus(fixture('bad'), 'check');
    expect(exit).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('arrangements/broken/arrangement.yaml:9:64: error[unknown-party]:');
    expect(err).toContain('arden');
    expect(err).toContain('arrangements/broken/arrangement.yaml:11:63: error[bad-value]:');
    expect(err).not.toContain('at ');
  });

  test('--json tells of errors too', async () => {
    const { exit, out } = await foedus(fixture('bad'), 'check', '--json');
    expect(exit).toBe(3);
    const { faults } = JSON.parse(out) as { faults: { code: string }[] };
    expect(faults.map(({ code }) => code)).toEqual(['unknown-party', 'bad-value']);
  });

  test('where nothing lies, ends with 2', async () => {
    expect(await foedus(good, 'check', 'nowhere')).toMatchObject({ exit: 2, out: '' });
  });
});

describe.concurrent('ask', () => {
  const asked = [
    'ask',
    'pact',
    'canBlock',
    '--who',
    'borea',
    '--outcome',
    'decide on border',
    '--at',
    '2022',
  ];

  test('answers in a sentence, with where it holds and the rules it rests on; ends with 0', async () => {
    const { exit, out } = await foedus(good, ...asked);
    expect(exit).toBe(0);
    expect(out).toContain('Holds     in some readings');
    expect(out).toContain('Closing the border  close-border · in the text');
    expect(out).toMatch(/P, Art\. 1: “with Borea”[^]*P {2}Text of the pact/);
  });

  test('an answer that refutes is no error', async () => {
    expect(await foedus(good, ...asked, '--reading', 'concurrence=presence')).toMatchObject({ exit: 0 });
  });

  test('answers in the language asked for, or in that of the locale', async () => {
    expect((await foedus(good, ...asked, '--lang', 'ko')).out).toContain('일부 해석에서');
    expect((await foedus(good, ...asked, '--lang=ja')).out).toContain('一部の解釈で');
  });

  test.each([
    [
      'a misspelt arrangement',
      ['ask', 'pcat', 'needs', '--outcome', 'decide on border'],
      'Did you mean “pact”?',
    ],
    ['a misspelt question', ['ask', 'pact', 'canBlok', '--who', 'borea'], 'Did you mean “canBlock”?'],
    ['a misspelt actor', ['ask', 'pact', 'voice', '--who', 'bora', '--on', 'aid'], 'Did you mean “borea”?'],
    ['a missing option', ['ask', 'pact', 'canBlock', '--who', 'borea'], 'canBlock needs --outcome.'],
    [
      'an option of no use',
      ['ask', 'pact', 'voice', '--who', 'borea', '--on', 'aid', '--limit', '3'],
      'voice does not take --limit.',
    ],
    ['no date', [...asked.slice(0, -1), '2022-02-30'], '“2022-02-30” is not a date'],
    ['no such level', [...asked, '--level', 'person'], 'Choose one of: act, office, seat, party.'],
    ['an unknown option', [...asked, '--whom', 'x'], 'There is no option “--whom”.'],
    ['an unreadable reading', [...asked, '--reading', 'concurrence'], 'Write reading=alternative.'],
    ['an unknown alternative', [...asked, '--reading', 'concurrence=presense'], 'Did you mean “presence”?'],
  ])('%s ends with 2 and says what to do', async (_, args, hint) => {
    const { exit, out, err } = await foedus(good, ...args);
    expect(err).toContain(hint);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
  });

  test('an outcome that can not be read ends with 3, at its place in the argument', async () => {
    const { exit, err } = await foedus(good, 'ask', 'pact', 'needs', '--outcome', 'decide on bordr');
    expect(exit).toBe(3);
    expect(err).toMatch(/^<argument>:1:11: error\[unknown-matter\]/);
  });
});

describe.concurrent('explain', () => {
  test('a rule: its formulas in words, its source, and the claims that rest on it', async () => {
    const { exit, out } = await foedus(good, 'explain', 'pact', 'close-border');
    expect(exit).toBe(0);
    expect(out).toContain('power · in the text · from 2020-01-01');
    expect(out).toMatch(/Takes effect with\s+one of: concurrence in the border by Leader of Borea/);
    expect(out).toMatch(/Claims that rest on it\n {2}C1\n/);
  });

  test('a claim: its checks and what was found', async () => {
    const { out } = await foedus(good, 'explain', 'pact', 'C2');
    expect(out).toContain('control · stated · ✓ holds');
    expect(out).toContain('pact/consult-first');
  });

  test('an unknown id ends with 2 and the nearest name', async () => {
    expect(await foedus(good, 'explain', 'pact', 'clos-border')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('Did you mean “close-border”?') as string,
    });
  });
});

describe.concurrent('compare and changes', () => {
  test('parties with the same voice stand together', async () => {
    const { exit, out } = await foedus(good, 'compare', 'pact', 'league', '--at', '2022', '--on', 'aid');
    expect(exit).toBe(0);
    expect(out).toContain('decides (needed)  East and West');
    expect(out).not.toContain('the border');
  });

  test('what began, whose voice grew, and who is needed now', async () => {
    const { exit, out } = await foedus(good, 'changes', 'pact', '--from', '2019', '--to', '2022');
    expect(exit).toBe(0);
    expect(out).toMatch(/power\s+from 2020-01-01\s+Closing the border/);
    expect(out).toContain('Borea on the border: – → concurs (needed)');
    expect(out).toContain('the decision on the border: nobody → Arden and Borea (in some readings)');
  });

  test('dates in the wrong order end with 2', async () => {
    expect((await foedus(good, 'changes', 'pact', '--from', '2022', '--to', '2019')).exit).toBe(2);
  });
});

describe.concurrent('help', () => {
  test.each(['en', 'ko', 'ja'] as const)(
    'in %s fits the screen and has examples and exit codes',
    async (lang) => {
      const { exit, out } = await foedus(good, '--help', '--lang', lang);
      expect(exit).toBe(0);
      expect(out).toContain('foedus report rok-us --at 2023-12-15 -o report.html');
      expect(out).toMatch(/^ {2}70 {2}/m);
      for (const line of out.split('\n')) expect(width(line)).toBeLessThanOrEqual(112);
    },
  );

  test('without a command ends with 2', async () => {
    expect((await foedus(good)).exit).toBe(2);
  });
});

describe('commands that write', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'foedus-'));
    cpSync(good, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('fmt --check tells which files differ and changes nothing; fmt makes them canonical, once', async () => {
    const file = join(folder, 'arrangements/league/arrangement.yaml');
    await foedus(folder, 'fmt');
    const canonical = readFileSync(file, 'utf8');
    const untidy = `${canonical}\n# a remark\n\n\n`;
    writeFileSync(file, untidy);
    expect(await foedus(folder, 'fmt', '--check')).toMatchObject({
      exit: 1,
      out: 'arrangements/league/arrangement.yaml\n',
    });
    expect(readFileSync(file, 'utf8')).toBe(untidy);
    expect(await foedus(folder, 'fmt')).toMatchObject({ exit: 0 });
    expect(readFileSync(file, 'utf8')).toContain('# a remark');
    expect(await foedus(folder, 'fmt', '--check')).toMatchObject({ exit: 0, out: '' });
  });

  test('report writes one page that needs nothing else', async () => {
    const { exit, out } = await foedus(
      folder,
      'report',
      'pact',
      '--with',
      'league',
      '--at',
      '2022',
      '-o',
      'out/pact.html',
    );
    expect({ exit, out }).toEqual({ exit: 0, out: 'Report: out/pact.html\n' });
    expect(existsSync(join(folder, 'out/pact.html'))).toBe(true);
    const page = readFileSync(join(folder, 'out/pact.html'), 'utf8');
    expect(page).not.toMatch(/<script|<link|src=|url\((?!#)/);
    expect(page).toContain('<span class="l" lang="ja">国境の閉鎖</span>');
  });
});
