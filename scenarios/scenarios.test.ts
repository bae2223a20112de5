/** The shipped scenarios: sound, in the form that `foedus fmt` keeps, and such as editors with the published schema take. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exercise } from '@foedus/kernel';
import { arrangements } from '../arrangements/testing/library.ts';
import { HERE, scenarios } from './testing/library.ts';

const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const schema = join(HERE, '../docs/schema/scenario.schema.json');
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
);

test.each(files)('%s', (name) => {
  const text = readFileSync(join(HERE, name), 'utf8');
  expect(exercise.formatScenario(text, name)).toEqual({ ok: true, value: text });
  expect(validate(parse(text)) || validate.errors).toBe(true);
});

test('a scenario is called by the name of its folder', () => {
  expect([...scenarios].filter(([folder, { id }]) => folder !== id)).toEqual([]);
});

test.each([...scenarios.values()])('$id can be played as it is written, in three languages', (scenario) => {
  const findings = exercise.examine(scenario, arrangements.get(scenario.arrangement)!);
  const said = findings.filter((each) => exercise.isProblem(each) || NOT_MEANT.includes(each.code));
  expect(
    said.map((each) => `${each.place.file}:${each.place.line} ${exercise.describeFinding(each).en}`),
  ).toEqual([]);
});

/** Gaps that a shipped scenario does not have. */
const NOT_MEANT: readonly string[] = [
  'task-unrehearsed',
  'task-unjudged',
  'cell-without-inject',
  'questionnaire-unused',
  'language-missing',
] satisfies exercise.ScenarioFindingCode[];
