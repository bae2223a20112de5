import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64, fromBase64, fromUtf8, utf8 } from './bytes.ts';

test('base64 is the platform’s, and read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(base64(bytes))).toEqual(bytes);
    }),
  );
});

test.each([
  'A',
  'AA',
  'AAA',
  'A===',
  '====',
  'AB==',
  'AAB=',
  'AA=A',
  'AA==AAAA',
  'AA-_',
  'AAA\n',
  ' AAA',
  'ＡAAA',
])('“%s” is not base64 as it would be written', (text) => {
  expect(fromBase64(text)).toBeUndefined();
});

test('any text is either refused or what its bytes are written as', () => {
  const letters = fc.string({ unit: fc.constantFrom('A', 'B', '9', '+', '/', '=', 'Z', 'q'), maxLength: 12 });
  fc.assert(
    fc.property(letters, (text) => {
      const bytes = fromBase64(text);
      if (bytes) expect(base64(bytes)).toBe(text);
    }),
  );
});

test('UTF-8 is read strictly, and a byte order mark is kept', () => {
  expect(fromUtf8(utf8('\u{feff}핵협의그룹'))).toBe('\u{feff}핵협의그룹');
  expect(fromUtf8(Uint8Array.of(0xff))).toBeUndefined();
  expect(fromUtf8(Uint8Array.of(0xc0, 0x80))).toBeUndefined();
});
