import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../exit.ts';
import { outputSchema } from '../schema/all.ts';
import { foedus } from '../testing/foedus.ts';

const HERE = fileURLToPath(new URL('../../../..', import.meta.url));

function scratch(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'foedus-')), name);
  writeFileSync(file, text);
  return file;
}

describe.concurrent('foedus exercise run', () => {
  test('plays a shipped scenario to its end and tells its course, marked as an exercise', async () => {
    const { exit, out } = await foedus(HERE, 'exercise', 'run', 'tutorial');
    expect(exit).toBe(EXIT.ok);
    expect(out).toMatch(/^EXERCISE EXERCISE EXERCISE\nT\+00:00:00 /);
    expect(out).toMatch(/\nT\+00:05:00 {2}inject 5: Dam above the border district is failing\n/);
    expect(out).toMatch(/0 missed · 0 acts refused\nEXERCISE EXERCISE EXERCISE\n$/);
  });

  test('plays what a script says, and fails when what was expected was not done', async () => {
    const script = scratch(
      'script',
      '# too soon\nT+1 border decide by arden-president on border-exercise\n' +
        'T+2 border decide by arden-president on border-exercise -- In haste\n',
    );
    const { exit, out } = await foedus(HERE, 'exercise', 'run', 'tutorial', '--script', script);
    expect(exit).toBe(EXIT.fails);
    expect(out).toContain('decide refused (not-proper)');
    expect(out).toContain('missed: Arden’s President'.replace('’', "'"));
  });

  test('--json fits its schema, whatever was done', async () => {
    const script = scratch(
      'script',
      'T+1 border decide by arden-president on border-exercise\n' +
        'T+2 border decide by arden-president on border-exercise -- In haste\n' +
        'T+3 border consult by arden-president with borea-president on border-exercise\n',
    );
    const validate = new Ajv2020({ validateFormats: false }).compile(outputSchema('exercise-run'));
    for (const more of [[], ['--script', script]]) {
      const { out } = await foedus(HERE, 'exercise', 'run', 'tutorial', '--json', ...more);
      validate(JSON.parse(out));
      expect(validate.errors).toBeNull();
    }
  });

  test('tells of a line of a script that it does not understand', async () => {
    const script = scratch('script', 'soon border decide by nobody on nothing\n');
    const { err, exit } = await foedus(HERE, 'exercise', 'run', 'tutorial', '--script', script);
    expect(exit).toBe(EXIT.usage);
    expect(err).toContain(`${script}:1: not understood.`);
  });
});

test('foedus exercise export writes the whole record, and its first line says that it is an exercise’s', async () => {
  const file = scratch('record.jsonl', '');
  const { exit } = await foedus(HERE, 'exercise', 'export', 'tutorial', '-o', file);
  expect(exit).toBe(EXIT.ok);
  const [head, ...rows] = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly elapsed: number; readonly consultation?: string });
  expect(head).toMatchObject({ marking: 'EXERCISE', scenario: 'tutorial' });
  expect(rows.map(({ elapsed }) => elapsed)).toEqual(
    rows.map(({ elapsed }) => elapsed).toSorted((a, b) => a - b),
  );
  expect(rows.some(({ consultation }) => consultation === 'border')).toBe(true);
});
