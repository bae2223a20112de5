/** docs/schema/record-trust.schema.json is the schema of trust files; `UPDATE=schema` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { record } from '@foedus/kernel';

const PUBLISHED = new URL('schema/record-trust.schema.json', import.meta.url);

test('the published schema of trust files is the one in the code, and the page’s example fits it', () => {
  const schema = record.trustSchema();
  if (process.env['UPDATE'] === 'schema') writeFileSync(PUBLISHED, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toEqual(schema);
  const page = readFileSync(new URL('record.md', import.meta.url), 'utf8');
  const example: unknown = JSON.parse(/```json\n(\{[^`]*"foedus-trust\/1"[^`]*)```/.exec(page)![1]!);
  const validate = new Ajv2020({ validateFormats: false, allowUnionTypes: true }).compile(schema);
  validate(example);
  expect(validate.errors).toBeNull();
});
