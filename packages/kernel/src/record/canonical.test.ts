import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, parseCanonical } from './canonical.ts';
import { sure } from './testing/fixture.ts';

describe('RFC 8785', () => {
  test('white space goes, keys are sorted, literals and strings are as ECMAScript writes them (3.2.2)', () => {
    const value = JSON.parse(
      String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
    );
    expect(canonical(value)).toEqual({
      ok: true,
      value: String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    });
  });

  test('keys are sorted by UTF-16 code units, not by code points (3.2.3)', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33'];
    const text = sure(canonical(Object.fromEntries(keys.map((key) => [key, 0]))));
    expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join()}}`);
  });

  test.each([
    [-0, '0'],
    [5e-324, '5e-324'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [295147905179352830000, '295147905179352830000'],
    [1e21, '1e+21'],
    [0.000001, '0.000001'],
    [1e-7, '1e-7'],
    [333333333.3333332, '333333333.3333332'],
  ])('the number %d is %s (appendix B)', (number, text) => {
    expect(canonical(number)).toEqual({ ok: true, value: text });
  });
});

test.each([
  ['NaN', Number.NaN, 'json-number'],
  ['infinity', [-Infinity], 'json-number'],
  ['a lone surrogate', { a: '\ud800' }, 'json-surrogate'],
  ['a lone surrogate in a key', { '\udc00': 1 }, 'json-surrogate'],
  ['undefined', { a: undefined }, 'json-value'],
  ['a hole', Array.from({ length: 2 }), 'json-value'],
  ['a bigint', 1n, 'json-value'],
  ['a date', new Date(0), 'json-value'],
  ['bytes', new Uint8Array(1), 'json-value'],
])('%s has no canonical form', (_, value, code) => {
  expect(canonical(value)).toMatchObject({ ok: false, fault: { code } });
});

test('what is nested too deeply is refused, not run out of stack with', () => {
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  expect(parseCanonical(deep(100)).ok).toBe(true);
  expect(parseCanonical(deep(101))).toMatchObject({ fault: { code: 'json-deep' } });
  expect(parseCanonical(deep(30_000))).toMatchObject({ fault: { code: 'json-deep' } });
});

test.each([
  '',
  '{',
  '[1, 2]',
  '{"b":1,"a":2}',
  '{"a":1,"a":1}',
  '1.0',
  '1e2',
  '-0',
  String.raw`"\u0041"`,
  '"a"\n',
  '\u{feff}1',
])('%j is not in canonical form', (text) => {
  expect(parseCanonical(text)).toMatchObject({ fault: { code: 'json-not-canonical' } });
});

test('every value of JSON is read back from its canonical form', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value);
      if (!text.ok) return;
      expect(sure(parseCanonical(text.value))).toEqual(JSON.parse(JSON.stringify(value)));
      // One value, one text: however its keys came.
      expect(canonical(JSON.parse(text.value))).toEqual(text);
    }),
  );
});
