import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { change } from '../../../arrangement/read/testing/broken.ts';
import { SCENARIO, scenarioFrom } from '../testing/sample.ts';
import { formatScenario, scenarioSchema } from './layout.ts';

/** `UPDATE=schema npm run unit` writes the published schema anew. */
describe('the published schema', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(scenarioSchema());

  test('is what the code makes', () => {
    const file = new URL('../../../../../../docs/schema/scenario.schema.json', import.meta.url);
    const made = `${JSON.stringify(scenarioSchema(), null, 2)}\n`;
    if (process.env['UPDATE'] === 'schema') writeFileSync(file, made);
    expect(readFileSync(file, 'utf8')).toBe(made);
  });
  test('takes what the reader takes', () => {
    expect(validate(parse(SCENARIO)) || validate.errors).toBe(true);
  });
  test.for([
    ['situation: { en: Quiet. }', 'situation: {}'],
    ['reserve: true', 'reserved: true'],
    ['[sent 1,', '[send 1,'],
    ['{ suspend: consult-first }', '{ suspend: consult-first, with: arden }'],
    ['from: D+0 H+1', 'from: at nine'],
    ['startex: 2011-07-01T09:00:00+09:00\n', ''],
  ] as const)('refuses %s → %s', ([piece, by]) => {
    expect(validate(parse(change(SCENARIO, piece, by)))).toBe(false);
  });
  test('needs no head of a file that is included', () => {
    expect(validate({ parts: {} })).toBe(true);
  });
});

describe('the canonical form', () => {
  const formatted = (text: string): string => {
    const result = formatScenario(text, 'f');
    return result.ok ? result.value : JSON.stringify(result.faults);
  };
  test('means the same, and is its own canonical form', () => {
    const text = formatted(SCENARIO);
    const withoutPlaces = (written: string): unknown => {
      const show = (key: string, value: unknown): unknown =>
        key === 'place' ? undefined : value instanceof Map ? [...value] : value;
      return JSON.parse(JSON.stringify(scenarioFrom(written), show));
    };
    expect(formatted(text)).toBe(text);
    expect(withoutPlaces(text)).toEqual(withoutPlaces(SCENARIO));
  });
  test('has the keys in the order of the reference, within conditions and effects too', () => {
    const written = `injects:
  1: {text: {en: x}, effects: [{acting: true, holder: {en: N}, succeed: a}], when: {for: PT1H, holds: {of: [always], atLeast: 1}}, from: {ja: あ, en: f}}
`;
    expect(formatted(written)).toBe(`injects:
  1:
    when: { holds: { atLeast: 1, of: [always] }, for: PT1H }
    from: { en: f, ja: あ }
    text: { en: x }
    effects: [{ succeed: a, holder: { en: N }, acting: true }]
`);
  });
});
