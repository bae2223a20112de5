/** The published JSON Schemas, by which editors complete and check, take every shipped file, read by an ordinary YAML parser. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const read = (path: string): string => readFileSync(join(HERE, path), 'utf8');

function validator(name: string): (value: unknown) => readonly string[] {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
    JSON.parse(read(`../docs/schema/${name}.schema.json`)),
  );
  return (value) =>
    validate(value) ? [] : validate.errors!.map((error) => `${error.instancePath} ${error.message}`);
}

const arrangement = validator('arrangement');
const claims = validator('claims');

test.each(files)('%s', (name) => {
  expect((name.includes('claims') ? claims : arrangement)(parse(read(name)))).toEqual([]);
});

test('a misspelt key is refused', () => {
  expect(arrangement({ powers: { p: { akt: 'decide by a on b' } } })).not.toEqual([]);
});
