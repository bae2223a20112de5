import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { fixture, foedus } from '../testing/foedus.ts';
import { OUTPUTS, outputSchema, type OutputName } from './all.ts';

/** `UPDATE=schema npm run unit` writes the published schemas anew. */
const UPDATE = process.env['UPDATE'] === 'schema';

const RUNS: Readonly<Record<OutputName, readonly (readonly string[])[]>> = {
  check: [
    ['check', '--json'],
    ['check', '--json', '--mutate'],
  ],
  ask: [
    ['ask', 'pact', 'canAlone', '--who', 'arden', '--outcome', 'execute on aid'],
    ['ask', 'pact', 'canBlock', '--who', 'borea', '--outcome', 'decide on border', '--at', '2022'],
    ['ask', 'pact', 'canBypass', '--who', 'borea', '--outcome', 'execute on aid'],
    ['ask', 'pact', 'needs', '--outcome', 'decide on border', '--reading', 'concurrence=consent'],
    ['ask', 'pact', 'coalitions', '--outcome', 'decide on border'],
    ['ask', 'pact', 'blockers', '--outcome', 'decide on border', '--level', 'party'],
    ['ask', 'pact', 'voice', '--who', 'borea', '--on', 'aid'],
    ['ask', 'pact', 'power', '--outcome', 'decide on border'],
    ['ask', 'pact', 'survives', '--who', 'arden'],
    ['ask', 'pact', 'pace', '--outcome', 'execute on aid', '--deadline', 'PT6H', '--runs', '50'],
  ].map((args) => [...args, '--json']),
  explain: [
    ['explain', 'pact', 'close-border', '--json'],
    ['explain', 'pact', 'C1', '--json'],
  ],
  'exercise-check': [['exercise', 'check', 'drill', '--json']],
  'exercise-run': [['exercise', 'run', 'drill', '--json']],
  compare: [['compare', 'pact', 'league', '--json']],
  changes: [['changes', 'pact', '--from', '2019', '--to', '2022', '--json']],
  report: [['report', 'pact', '--with', 'league', '--at', '2022', '--json']],
  solve: [
    ['solve', 'solve/pumps.xml'],
    ['solve', 'solve/interlock.xml'],
    ['solve', 'solve/council.json', '--list', '2'],
    ['solve', '--arrangement', 'pact', '--outcome', 'decide on border', '--at', '2022', '--extent', 'some'],
  ].map((args) => [...args, '--json']),
  verify: [['verify', 'record.tar', '--json']],
};

describe.concurrent.each(Object.keys(OUTPUTS) as OutputName[])('%s --json', (name) => {
  const schema = outputSchema(name);
  const published = new URL(`../../../../docs/schema/${name}.schema.json`, import.meta.url);

  test('the published schema is the one in the code', () => {
    if (UPDATE) writeFileSync(published, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(schema);
  });

  test.each(RUNS[name].map((args) => [args.join(' '), args] as const))(
    'foedus %s fits it',
    async (_, args) => {
      const run = await foedus(fixture('good'), ...args);
      expect(run.err).toBe('');
      expect(run.exit).toBe(0);
      const validate = new Ajv2020({ validateFormats: false, allowUnionTypes: true }).compile(schema);
      validate(JSON.parse(run.out));
      expect(validate.errors).toBeNull();
    },
  );
});
