import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { arrangementSchema } from '../arrangement/read/layout.ts';
import { SAMPLE, SAMPLE_CLAIMS } from '../arrangement/read/testing/broken.ts';
import { parse as parseYaml } from 'yaml';
import { claimsSchema, format } from './read-layout.ts';

/** The canonical form of a file of an arrangement. */
function formatted(text: string): string {
  const result = format(text, 'arrangement', 'f');
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.value : '';
}

describe('the canonical form', () => {
  test('has the keys in the order of the reference, and comments with what they are about', () => {
    const written = `# What the file is.

facts:
    # about the fact
    one: # beside the fact
        source: {quote: "x", in: W}
        # about the status
        status: text
        name: {ja: あ, ko: 가, en: a}

    two:
        who: [a,b]
matters: {}
`;
    expect(formatted(written)).toBe(`# What the file is.

matters: {}
facts:
  # about the fact
  one:
    # beside the fact
    name: { en: a, ko: 가, ja: あ }
    # about the status
    status: text
    source: { in: W, quote: x }

  two:
    who: [a, b]
`);
  });
  test('quotes only what YAML or its readers would take for something else', () => {
    const written = `facts: { a: "x", b: "2011", c: 'true', d: "a: b", e: "# x", f: 'when x', g: ">=", h: '' }\n`;
    expect(formatted(written)).toBe(
      `facts: { a: x, b: '2011', c: 'true', d: 'a: b', e: '# x', f: when x, g: '>=', h: '' }\n`,
    );
  });
  test('does not touch plain words that look like numbers or dates', () => {
    const written = 'events:\n  a:\n    kind: meeting\n    from: 2011\n    until: 2011-10-28\n';
    expect(formatted(written)).toBe(written);
  });
  test('takes a table out of brackets where it does not fit on the line', () => {
    const id = 'a-very-long-name-of-an-office';
    const short = `bodies:\n  b:\n    members: [${id}, ${id}]\n`;
    expect(formatted(short)).toBe(short);
    expect(formatted(`bodies:\n  b:\n    members: [${[id, id, id, id].join(', ')}]\n`)).toBe(
      `bodies:\n  b:\n    members:\n${`      - ${id}\n`.repeat(4)}`,
    );
    // The place on the line counts from the indentation, not from the keys above.
    const deep = `bodies:\n  ${'a'.repeat(60)}:\n    members: [${id}, ${id}]\n`;
    expect(formatted(deep)).toBe(deep);
  });
  test('folds a long text between words, and leaves a Japanese one on its line', () => {
    const word = 'consultation ';
    const [line] = formatted(`name:\n  en: ${word.repeat(20).trim()}\n`)
      .split('\n')
      .slice(1);
    expect(line!.length).toBeLessThanOrEqual(110);
    const japanese = `name:\n  ja: ${'協議は決定ではない。'.repeat(20)}\n`;
    expect(formatted(japanese)).toBe(japanese);
  });
  test('orders the keys of checks and formulas', () => {
    const written = `claims:
  W1:
    checks:
      - { expect: some, at: 2011, outcome: decide on x, who: a, ask: canBlock }
      - { compare: { is: <, right: 1, left: { at: 2011, on: x, voice: a } } }
    kind: voice
`;
    const result = format(written, 'claims', 'f');
    expect(result).toEqual({
      ok: true,
      value: `claims:
  W1:
    kind: voice
    checks:
      - { ask: canBlock, who: a, outcome: decide on x, at: 2011, expect: some }
      - { compare: { left: { voice: a, on: x, at: 2011 }, is: <, right: 1 } }
`,
    });
  });
  test('is refused for what is not YAML, has no value, or is no table', () => {
    const codes = (text: string): unknown => {
      const result = format(text, 'claims', 'f');
      return result.ok ? [] : result.faults.map(({ code, place }) => `${place.line}:${place.column} ${code}`);
    };
    expect(codes('a: [')).toEqual(['1:5 yaml-syntax']);
    expect(codes('a: 1\nb:\n')).toEqual(['2:3 wrong-type']);
    expect(codes('- a')).toEqual(['1:1 wrong-type']);
    expect(codes('a: 1\na: 2')).toEqual(['2:1 duplicate-key']);
  });
});

/** `UPDATE=schema npm run unit` writes the published schemas anew. */
describe('the published schemas', () => {
  test.for([
    ['arrangement', arrangementSchema, SAMPLE],
    ['claims', claimsSchema, SAMPLE_CLAIMS],
  ] as const)('%s', ([name, schema, sample]) => {
    const file = new URL(`../../../../docs/schema/${name}.schema.json`, import.meta.url);
    const made = `${JSON.stringify(schema(), null, 2)}\n`;
    if (process.env['UPDATE'] === 'schema') writeFileSync(file, made);
    expect(readFileSync(file, 'utf8')).toBe(made);
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema());
    expect(validate(parseYaml(sample)) || validate.errors).toBe(true);
    expect(validate(parseYaml(sample.replaceAll('source:', 'sauce:')))).toBe(false);
  });
  test('a file that is included needs no head, and a head is complete', () => {
    const validate = new Ajv2020().compile(arrangementSchema());
    expect(validate({ matters: {} })).toBe(true);
    expect(validate({ id: 'x', matters: {} })).toBe(false);
  });
  test('every section says what it is', () => {
    const { properties } = arrangementSchema() as { properties: Record<string, { description?: string }> };
    const silent = Object.entries(properties).filter(
      ([key, { description }]) => !['name', 'summary'].includes(key) && !description,
    );
    expect(silent).toEqual([]);
  });
});
