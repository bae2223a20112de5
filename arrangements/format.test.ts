/** The shipped files are in the form that `foedus fmt` keeps. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { format } from '@foedus/kernel';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

test.each(files)('%s', (name) => {
  const text = readFileSync(join(HERE, name), 'utf8');
  const kind = name.includes('claims') ? 'claims' : 'arrangement';
  expect(format(text, kind, name)).toEqual({ ok: true, value: text });
});
